/// What other systems push in their own JSON, read by small YAML files that point into it. Pure.
@NullMarked
package amends.intake.partner;

import org.jspecify.annotations.NullMarked;
