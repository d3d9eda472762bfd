/// The delivery log: what was sent to whom, when, and what became of it.
@NullMarked
package amends.notification.log;

import org.jspecify.annotations.NullMarked;
