/// Topics of others that complaints come by.
@NullMarked
package amends.intake.feed;

import org.jspecify.annotations.NullMarked;
