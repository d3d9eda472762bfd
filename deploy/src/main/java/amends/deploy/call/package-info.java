/// Calls to the platform as anybody outside would make them.
@NullMarked
package amends.deploy.call;

import org.jspecify.annotations.NullMarked;
