/// What the gateway alone can tell operations: how the services behind it feel.
@NullMarked
package amends.gateway.operations;

import org.jspecify.annotations.NullMarked;
