/// Clocks and calendars, proven.
@NullMarked
package amends.workflow.sla;

import org.jspecify.annotations.NullMarked;
