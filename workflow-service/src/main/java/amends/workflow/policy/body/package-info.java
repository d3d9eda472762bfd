/// How the body of a published policy becomes a typed value.
@NullMarked
package amends.workflow.policy.body;

import org.jspecify.annotations.NullMarked;
