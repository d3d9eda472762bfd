package amends.workflow.sla;

import amends.contracts.complaint.RecordedEvent;
import amends.workflow.sla.Ledger.Cause;
import amends.workflow.sla.Ledger.Interval;
import amends.workflow.sla.Ledger.Outcome;
import amends.workflow.sla.Ledger.Run;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// The intervals of a run while it is told.
final class RunAccount {

    private ClockRule rule;
    private BusinessCalendar calendar;
    private final Instant startedAt;
    private final Cause startedBy;
    private final List<Interval> intervals = new ArrayList<>();
    private Instant since;
    private Cause because;
    private boolean counts = true;

    RunAccount(ClockRule rule, BusinessCalendar calendar, Instant startedAt, RecordedEvent start) {
        this.rule = rule;
        this.calendar = calendar;
        this.startedAt = startedAt;
        this.startedBy = Cause.of(start);
        this.since = startedAt;
        this.because = startedBy;
    }

    /// From here on time counts, or does not. Nothing is told of an interval without length.
    void turn(boolean nowCounts, RecordedEvent recorded) {
        if (nowCounts != counts) {
            if (!since.equals(recorded.at())) {
                intervals.add(interval(recorded.at(), recorded.at(), Cause.of(recorded)));
            }
            since = recorded.at();
            because = Cause.of(recorded);
            counts = nowCounts;
        }
    }

    /// From here on it is counted by another version, if it is another one.
    void under(ClockRule nextRule, BusinessCalendar nextCalendar, RecordedEvent recorded) {
        boolean isOther =
                !calendar.version().equals(nextCalendar.version())
                        || rule.counting() != nextRule.counting();
        if (isOther && !since.equals(recorded.at())) {
            intervals.add(interval(recorded.at(), recorded.at(), Cause.of(recorded)));
            since = recorded.at();
            because = Cause.of(recorded);
        }
        rule = nextRule;
        calendar = nextCalendar;
    }

    private Interval interval(Instant countedTo, @Nullable Instant to, @Nullable Cause until) {
        Duration counted =
                counts ? rule.counting().between(since, countedTo, calendar) : Duration.ZERO;
        return new Interval(counts, since, because, to, until, counted, calendar.version());
    }

    Run open(RunningClock clock, Instant asOf) {
        intervals.add(interval(asOf, null, null));
        Outcome outcome =
                clock.breached()
                        ? Outcome.BREACHED
                        : clock.isPaused() ? Outcome.PAUSED : Outcome.RUNNING;
        return run(outcome, clock, null, null);
    }

    Run closed(RunningClock clock, boolean met, RecordedEvent end) {
        Outcome late = met ? Outcome.MET_LATE : Outcome.BREACHED;
        Outcome inTime = met ? Outcome.MET : Outcome.CANCELLED;
        return ended(clock.breached() ? late : inTime, clock, end);
    }

    /// A nearer promise took its place, a new one that of a broken one, or another beginning that
    /// of its own.
    Run replaced(RunningClock clock, RecordedEvent by) {
        return ended(clock.breached() ? Outcome.BREACHED : Outcome.CANCELLED, clock, by);
    }

    private Run ended(Outcome outcome, RunningClock clock, RecordedEvent end) {
        intervals.add(interval(end.at(), end.at(), Cause.of(end)));
        return run(outcome, clock, end.at(), Cause.of(end));
    }

    private Run run(
            Outcome outcome,
            RunningClock clock,
            @Nullable Instant endedAt,
            @Nullable Cause endedBy) {
        Instant due = rule.isMeasure() || clock.isPaused() ? null : clock.dueAt();
        Duration counted =
                intervals.stream().map(Interval::counted).reduce(Duration.ZERO, Duration::plus);
        return new Run(
                outcome,
                startedAt,
                startedBy,
                due,
                due == null ? null : LocalDateTime.ofInstant(due, calendar.zone()),
                rule.isMeasure() ? null : clock.left(),
                endedAt,
                endedBy,
                counted,
                intervals);
    }
}
