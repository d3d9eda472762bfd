@NullMarked
package amends.notification;

import org.jspecify.annotations.NullMarked;
