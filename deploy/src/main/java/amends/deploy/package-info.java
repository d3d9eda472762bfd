/// The commands of the deploy folder.
@NullMarked
package amends.deploy;

import org.jspecify.annotations.NullMarked;
