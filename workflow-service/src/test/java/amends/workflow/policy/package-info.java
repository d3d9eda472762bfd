/// Policies, proven.
@NullMarked
package amends.workflow.policy;

import org.jspecify.annotations.NullMarked;
