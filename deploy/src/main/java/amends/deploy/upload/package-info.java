/// Sends files of complaints and tells what became of their rows.
@NullMarked
package amends.deploy.upload;

import org.jspecify.annotations.NullMarked;
