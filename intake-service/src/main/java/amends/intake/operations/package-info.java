/// What operations look at: records that some consumer could not process, how far the consumers are
/// behind, and what arrived minute by minute. It stands here because what could not be understood
/// already does.
@NullMarked
package amends.intake.operations;

import org.jspecify.annotations.NullMarked;
