/// The only door of the platform.
@NullMarked
package amends.gateway;

import org.jspecify.annotations.NullMarked;
