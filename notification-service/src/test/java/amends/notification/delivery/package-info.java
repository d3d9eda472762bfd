@NullMarked
package amends.notification.delivery;

import org.jspecify.annotations.NullMarked;
