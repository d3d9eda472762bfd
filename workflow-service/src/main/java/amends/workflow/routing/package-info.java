/// Where a complaint waits and who gets it: rules, pools of agents, the line before each pool.
@NullMarked
package amends.workflow.routing;

import org.jspecify.annotations.NullMarked;
