/// What sources say they sent, held against what arrived.
@NullMarked
package amends.intake.claim;

import org.jspecify.annotations.NullMarked;
