/// What analytics computed, on its way to the views.
@NullMarked
package amends.contracts.figure;

import org.jspecify.annotations.NullMarked;
