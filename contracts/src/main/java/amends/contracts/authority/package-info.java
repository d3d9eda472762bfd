/// Who may grant what, and what was granted to a customer.
@NullMarked
package amends.contracts.authority;

import org.jspecify.annotations.NullMarked;
