/// From notices to words, in the customer's language. Pure.
@NullMarked
package amends.notification.template;

import org.jspecify.annotations.NullMarked;
