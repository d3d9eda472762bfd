/// What people look at: cases and the board, folded from the log of truth into MongoDB and memory.
@NullMarked
package amends.workflow.view;

import org.jspecify.annotations.NullMarked;
