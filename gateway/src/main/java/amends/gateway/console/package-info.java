/// The web console as it is handed to a browser.
@NullMarked
package amends.gateway.console;

import org.jspecify.annotations.NullMarked;
