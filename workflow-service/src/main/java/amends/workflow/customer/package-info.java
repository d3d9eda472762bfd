/// Which customers are one person: pure.
@NullMarked
package amends.workflow.customer;

import org.jspecify.annotations.NullMarked;
