/// What happens to a complaint, proven.
@NullMarked
package amends.workflow.complaint;

import org.jspecify.annotations.NullMarked;
