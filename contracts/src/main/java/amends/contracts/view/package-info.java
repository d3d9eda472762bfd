/// How a MongoDB view keeps the log position it reflects beside its data, so that it can be thrown
/// away and rebuilt.
@NullMarked
package amends.contracts.view;

import org.jspecify.annotations.NullMarked;
