/// How administrators change users and keys.
@NullMarked
package amends.gateway.administration;

import org.jspecify.annotations.NullMarked;
