package amends.workflow.sla;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.DuplicateReleased;
import amends.contracts.complaint.ComplaintEvent.DuplicateTakenIn;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.ClockStart;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What duplicates that come and go do to one clock, while the story of a complaint is told to it.
final class DuplicateTerms {

    private final ClockName name;
    private final Reckoning reckoning;
    private SharedTerm term = SharedTerm.NONE;

    DuplicateTerms(ClockName name, Reckoning reckoning) {
        this.name = name;
        this.reckoning = reckoning;
    }

    /// @param clock as it runs; absent: it does not
    List<ComplaintEvent> moves(
            RecordedEvent recorded, @Nullable RunningClock clock, Reckoning.Urgency urgency) {
        if (recorded.event() instanceof DuplicateTakenIn taken) {
            return begun(taken)
                    .map(begun -> takenIn(taken, begun, clock, recorded.at(), urgency))
                    .orElse(List.of());
        }
        return recorded.event() instanceof DuplicateReleased released
                ? released(released, clock, recorded.at(), urgency)
                : List.of();
    }

    /// It was met or cancelled, and with it whatever duplicates had brought.
    void end() {
        term = SharedTerm.NONE;
    }

    private Optional<Instant> begun(DuplicateTakenIn taken) {
        return Optional.ofNullable(taken.terms()).stream()
                .flatMap(List::stream)
                .filter(each -> each.clock().equals(name))
                .map(ClockStart::startedAt)
                .findFirst();
    }

    private List<ComplaintEvent> takenIn(
            DuplicateTakenIn taken,
            Instant begun,
            @Nullable RunningClock clock,
            Instant at,
            Reckoning.Urgency urgency) {
        term = term.with(taken.duplicate(), begun, clock == null ? null : clock.startedAt());
        return reckoning.takenIn(clock, begun, at, urgency);
    }

    private List<ComplaintEvent> released(
            DuplicateReleased released,
            @Nullable RunningClock clock,
            Instant at,
            Reckoning.Urgency urgency) {
        SharedTerm before = term;
        term = before.without(released.duplicate());
        return clock != null && before.isBroughtBy(released.duplicate(), clock.startedAt())
                ? reckoning.released(clock, term.startedAt(), at, urgency)
                : List.of();
    }
}
