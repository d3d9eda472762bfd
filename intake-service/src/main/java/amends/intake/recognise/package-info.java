/// What the words of a contact speak of: places, days, amounts, products, concerns and demands. All
/// of it is suggested to people; nothing is decided by it.
@NullMarked
package amends.intake.recognise;

import org.jspecify.annotations.NullMarked;
