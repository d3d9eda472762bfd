/// What arrived, and what is it? Takes in complaints from every channel and puts them, normalised,
/// on the log.
@NullMarked
package amends.intake;

import org.jspecify.annotations.NullMarked;
