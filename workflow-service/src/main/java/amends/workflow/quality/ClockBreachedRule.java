package amends.workflow.quality;

import amends.contracts.complaint.ComplaintEvent.ClockBreached;
import amends.contracts.quality.ServiceSign;
import amends.contracts.sla.ClockName;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The time of a clock is over; seen once until a person speaks to the customer again.
///
/// @param unlessSaidWithin how recent a person's word takes the sign away
record ClockBreachedRule(
        ServiceSign sign, Set<ClockName> clocks, Optional<Duration> unlessSaidWithin)
        implements SignRule {

    @Override
    public boolean isShownBy(Moment moment) {
        return moment.recorded().event() instanceof ClockBreached breached
                && clocks.contains(breached.clock())
                && !moment.before().seen().contains(sign)
                && !wasExplained(moment);
    }

    private boolean wasExplained(Moment moment) {
        Instant lastWordAt = moment.before().lastWordAt();
        return lastWordAt != null
                && unlessSaidWithin
                        .map(span -> lastWordAt.plus(span).isAfter(moment.recorded().at()))
                        .orElse(false);
    }
}
