/// Who stays, who is silent, and what is speed worth?
@NullMarked
package amends.analytics.retention;

import org.jspecify.annotations.NullMarked;
