/// Mailboxes that are read by IMAP.
@NullMarked
package amends.intake.mailbox;

import org.jspecify.annotations.NullMarked;
