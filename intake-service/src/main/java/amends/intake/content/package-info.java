/// The files that came with contacts, each kept once.
@NullMarked
package amends.intake.content;

import org.jspecify.annotations.NullMarked;
