/// Which complaints are behind a figure.
@NullMarked
package amends.analytics.behind;

import org.jspecify.annotations.NullMarked;
