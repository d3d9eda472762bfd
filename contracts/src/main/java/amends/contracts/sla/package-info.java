/// Clocks that run against a target.
@NullMarked
package amends.contracts.sla;

import org.jspecify.annotations.NullMarked;
