/// The life of a complaint: commands wish, events tell, outcomes answer.
@NullMarked
package amends.contracts.complaint;

import org.jspecify.annotations.NullMarked;
