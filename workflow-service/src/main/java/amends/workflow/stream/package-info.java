/// The topology that owns every complaint, and the threads that follow topics.
@NullMarked
package amends.workflow.stream;

import org.jspecify.annotations.NullMarked;
