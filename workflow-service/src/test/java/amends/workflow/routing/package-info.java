/// Rules, fairness and capacity, proven.
@NullMarked
package amends.workflow.routing;

import org.jspecify.annotations.NullMarked;
