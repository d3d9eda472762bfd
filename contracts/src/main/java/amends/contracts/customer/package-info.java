/// Which customers are one person, as people said.
@NullMarked
package amends.contracts.customer;

import org.jspecify.annotations.NullMarked;
