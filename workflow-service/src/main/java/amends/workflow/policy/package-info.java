/// The policies in force together, parsed, and the ones that the product ships.
@NullMarked
package amends.workflow.policy;

import org.jspecify.annotations.NullMarked;
