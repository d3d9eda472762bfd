/// Which concerns come again, in other words and from other customers?
@NullMarked
package amends.analytics.recurrence;

import org.jspecify.annotations.NullMarked;
