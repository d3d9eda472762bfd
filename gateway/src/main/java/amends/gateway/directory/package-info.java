/// Who is known: users and keys, in memory as they stand on the topic, and the trail of what was
/// done about them.
@NullMarked
package amends.gateway.directory;

import org.jspecify.annotations.NullMarked;
