/// Letters as they would look, before anybody sends them.
@NullMarked
package amends.notification.preview;

import org.jspecify.annotations.NullMarked;
