/// Recurring concerns that somebody has taken in hand.
@NullMarked
package amends.contracts.issue;

import org.jspecify.annotations.NullMarked;
