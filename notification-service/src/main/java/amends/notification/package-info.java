/// Tells customers what happens to their complaints, and asks them afterwards whether it is solved.
@NullMarked
package amends.notification;

import org.jspecify.annotations.NullMarked;
