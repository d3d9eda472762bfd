package amends.workflow.sla;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/// The account of one clock of a complaint: a function of the complaint's events, a policy and a
/// calendar. Each interval names the events at its ends, so that every figure can be followed back
/// to what happened.
///
/// @param policy the version that the clock runs by, or ran by last
/// @param calendar the version that the clock runs by, or ran by last
/// @param runs one per start; a reopened complaint adds one and leaves the first as it was
public record Ledger(
        ClockName clock,
        ClockFamily family,
        PolicyVersion policy,
        PolicyVersion calendar,
        ZoneId zone,
        List<Run> runs) {

    public Ledger {
        runs = List.copyOf(runs);
    }

    /// From a start to its end, or to the moment of asking.
    ///
    /// @param dueAt absent for a measure, and while the clock is paused
    /// @param dueLocally the same on the wall clock of the calendar's zone
    /// @param left what a paused clock has left
    /// @param counted the sum of the intervals that count
    public record Run(
            Outcome outcome,
            Instant startedAt,
            Cause startedBy,
            @Nullable Instant dueAt,
            @Nullable LocalDateTime dueLocally,
            @Nullable Duration left,
            @Nullable Instant endedAt,
            @Nullable Cause endedBy,
            Duration counted,
            List<Interval> intervals) {

        public Run {
            intervals = List.copyOf(intervals);
        }
    }

    /// A stretch of time between two events.
    ///
    /// @param counts whether the clock ran
    /// @param counted the time on it that counts by the calendar
    /// @param calendar the version that it was counted by
    public record Interval(
            boolean counts,
            Instant from,
            Cause because,
            @Nullable Instant to,
            @Nullable Cause until,
            Duration counted,
            PolicyVersion calendar) {}

    /// An event of the complaint.
    public record Cause(long version, String event, Actor.Kind by) {
        static Cause of(RecordedEvent recorded) {
            return new Cause(recorded.version(), recorded.type(), recorded.actor().kind());
        }
    }

    /// How a run stands or ended.
    public enum Outcome {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("paused")
        PAUSED,
        @JsonProperty("met")
        MET,
        @JsonProperty("met-late")
        MET_LATE,
        /// Over its time, and not met.
        @JsonProperty("breached")
        BREACHED,
        @JsonProperty("cancelled")
        CANCELLED
    }

    /// Whether a run had begun and not ended when the event of this version had happened.
    boolean runsAfter(long version) {
        return runs.stream()
                .anyMatch(
                        run -> {
                            Cause end = run.endedBy();
                            return run.startedBy().version() <= version
                                    && (end == null || end.version() > version);
                        });
    }
}
