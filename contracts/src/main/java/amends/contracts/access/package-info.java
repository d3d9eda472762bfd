/// Who may come in: users, keys, roles, and the trail of what was done about them.
@NullMarked
package amends.contracts.access;

import org.jspecify.annotations.NullMarked;
