/// Whole files, row by row in constant memory, with one outcome per row.
@NullMarked
package amends.intake.bulk;

import org.jspecify.annotations.NullMarked;
