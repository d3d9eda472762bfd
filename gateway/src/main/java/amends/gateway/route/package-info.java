/// Which service answers which path, and how requests and answers pass through.
@NullMarked
package amends.gateway.route;

import org.jspecify.annotations.NullMarked;
