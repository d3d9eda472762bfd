@NullMarked
package amends.notification.log;

import org.jspecify.annotations.NullMarked;
