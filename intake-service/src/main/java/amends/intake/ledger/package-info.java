/// The books of intake: what was received is what became of it.
@NullMarked
package amends.intake.ledger;

import org.jspecify.annotations.NullMarked;
