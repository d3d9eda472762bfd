/// Customers' types under the shipped policy.
@NullMarked
package amends.workflow.typology;

import org.jspecify.annotations.NullMarked;
