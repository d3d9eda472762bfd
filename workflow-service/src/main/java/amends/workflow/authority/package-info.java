/// Who may grant how much alone, who approves the rest, and what each customer was granted.
@NullMarked
package amends.workflow.authority;

import org.jspecify.annotations.NullMarked;
