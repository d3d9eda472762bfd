/// A rule package that breaks the architecture, so that the architecture tests are seen to fail.
@NullMarked
package amends.notification.bad.rule;

import org.jspecify.annotations.NullMarked;
