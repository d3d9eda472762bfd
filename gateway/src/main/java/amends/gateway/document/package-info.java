/// The documents of what the platform offers.
@NullMarked
package amends.gateway.document;

import org.jspecify.annotations.NullMarked;
