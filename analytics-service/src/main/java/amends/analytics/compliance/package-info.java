/// Are the clocks kept?
@NullMarked
package amends.analytics.compliance;

import org.jspecify.annotations.NullMarked;
