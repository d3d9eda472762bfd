/// The one-time page on which customers say whether it is solved.
@NullMarked
package amends.notification.survey;

import org.jspecify.annotations.NullMarked;
