/// How long does it take?
@NullMarked
package amends.analytics.turnaround;

import org.jspecify.annotations.NullMarked;
