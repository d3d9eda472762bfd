@NullMarked
package amends.notification.stream;

import org.jspecify.annotations.NullMarked;
