/// How long the company may take: clocks, their targets, and the calendars that count business
/// time.
@NullMarked
package amends.workflow.sla;

import org.jspecify.annotations.NullMarked;
