/// Hands requested notifications over to the outside, one class per way out, and records what
/// became of them.
@NullMarked
package amends.notification.delivery;

import org.jspecify.annotations.NullMarked;
