/// Which recurring concerns somebody has in hand, and what helps meanwhile.
@NullMarked
package amends.analytics.issue;

import org.jspecify.annotations.NullMarked;
