/// What analytics tells workflow about a complaint.
@NullMarked
package amends.contracts.insight;

import org.jspecify.annotations.NullMarked;
