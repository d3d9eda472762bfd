/// Who may come in, and what they may do.
@NullMarked
package amends.gateway.access;

import org.jspecify.annotations.NullMarked;
