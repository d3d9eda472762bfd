/// What arrived and what became of it, as intake keeps it.
@NullMarked
package amends.contracts.ledger;

import org.jspecify.annotations.NullMarked;
