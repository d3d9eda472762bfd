/// Who may grant what, proven.
@NullMarked
package amends.workflow.authority;

import org.jspecify.annotations.NullMarked;
