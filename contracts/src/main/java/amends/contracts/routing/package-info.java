/// Queues, pools and who takes what.
@NullMarked
package amends.contracts.routing;

import org.jspecify.annotations.NullMarked;
