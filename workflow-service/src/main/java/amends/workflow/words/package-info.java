/// Words of policies, found in what customers say.
@NullMarked
package amends.workflow.words;

import org.jspecify.annotations.NullMarked;
