/// What happens to a complaint: the pure decision of every command, and the state that deciding
/// needs.
@NullMarked
package amends.workflow.complaint;

import org.jspecify.annotations.NullMarked;
