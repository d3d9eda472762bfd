/// Mails as they came, made safe to look at.
@NullMarked
package amends.workflow.mail;

import org.jspecify.annotations.NullMarked;
