/// How often and how much.
@NullMarked
package amends.gateway.limit;

import org.jspecify.annotations.NullMarked;
