/// The borders inside the workflow service.
@NullMarked
package amends.workflow.architecture;

import org.jspecify.annotations.NullMarked;
