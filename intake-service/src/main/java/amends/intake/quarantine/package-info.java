/// Inputs that could not be understood: kept whole, looked at, tried again or discarded.
@NullMarked
package amends.intake.quarantine;

import org.jspecify.annotations.NullMarked;
