/// From what a channel could read to a contact in one spelling: text, language, phone numbers, mail
/// addresses, dates, references. Pure.
@NullMarked
package amends.intake.normalise;

import org.jspecify.annotations.NullMarked;
