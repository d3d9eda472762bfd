/// The platform on one machine: which processes, how they start, whether they run, how they stop.
@NullMarked
package amends.deploy.local;

import org.jspecify.annotations.NullMarked;
