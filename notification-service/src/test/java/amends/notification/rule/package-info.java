@NullMarked
package amends.notification.rule;

import org.jspecify.annotations.NullMarked;
