/// How the columns of a foreign file become a complaint, described by small YAML files. Pure.
@NullMarked
package amends.intake.mapping;

import org.jspecify.annotations.NullMarked;
