/// From complaint events to notices: who must be told what, and when. Pure.
@NullMarked
package amends.notification.rule;

import org.jspecify.annotations.NullMarked;
