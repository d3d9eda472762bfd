/// Runs the rules over the log of complaints and keeps the schedule of follow-ups.
@NullMarked
package amends.notification.stream;

import org.jspecify.annotations.NullMarked;
