/// The service as a whole, tested with a real broker.
@NullMarked
package amends.workflow;

import org.jspecify.annotations.NullMarked;
