/// Folds and orders of what people look at.
@NullMarked
package amends.workflow.view;

import org.jspecify.annotations.NullMarked;
