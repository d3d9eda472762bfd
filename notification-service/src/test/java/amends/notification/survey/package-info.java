@NullMarked
package amends.notification.survey;

import org.jspecify.annotations.NullMarked;
