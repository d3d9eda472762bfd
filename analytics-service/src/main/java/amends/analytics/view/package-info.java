/// Figures as people look at them: copied from their topic into MongoDB.
@NullMarked
package amends.analytics.view;

import org.jspecify.annotations.NullMarked;
