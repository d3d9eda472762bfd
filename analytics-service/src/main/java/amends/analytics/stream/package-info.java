/// The topology: from the log of complaints to figures and insights.
@NullMarked
package amends.analytics.stream;

import org.jspecify.annotations.NullMarked;
