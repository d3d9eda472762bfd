/// Folders into which files are put to be imported.
@NullMarked
package amends.intake.drop;

import org.jspecify.annotations.NullMarked;
