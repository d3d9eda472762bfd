/// Priorities in three languages, proven.
@NullMarked
package amends.workflow.priority;

import org.jspecify.annotations.NullMarked;
