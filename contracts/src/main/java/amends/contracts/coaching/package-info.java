/// What supervisors tell agents to help them to do better.
@NullMarked
package amends.contracts.coaching;

import org.jspecify.annotations.NullMarked;
