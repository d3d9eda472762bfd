/// Which events are signs of bad service: rules over what happened to the customer so far.
@NullMarked
package amends.workflow.quality;

import org.jspecify.annotations.NullMarked;
