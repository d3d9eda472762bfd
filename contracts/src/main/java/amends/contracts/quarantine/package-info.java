/// Inputs that could not be understood, kept whole.
@NullMarked
package amends.contracts.quarantine;

import org.jspecify.annotations.NullMarked;
