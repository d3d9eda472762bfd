/// How the topologies of the services run: what they have in common of settings and of memory for
/// their stores.
@NullMarked
package amends.contracts.stream;

import org.jspecify.annotations.NullMarked;
