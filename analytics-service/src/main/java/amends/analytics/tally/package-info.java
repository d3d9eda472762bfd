/// Sums and quantiles that can be added up in any order, and what a question has to say to use
/// them.
@NullMarked
package amends.analytics.tally;

import org.jspecify.annotations.NullMarked;
