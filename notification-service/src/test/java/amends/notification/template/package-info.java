@NullMarked
package amends.notification.template;

import org.jspecify.annotations.NullMarked;
