/// Who calls, told by the gateway in a signed token, and what he may do: the same for the gateway
/// and for every service behind it.
@NullMarked
package amends.contracts.identity;

import org.jspecify.annotations.NullMarked;
