package amends.workflow.sla;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ClockBreached;
import amends.contracts.complaint.ComplaintEvent.ClockCancelled;
import amends.contracts.complaint.ComplaintEvent.ClockMet;
import amends.contracts.complaint.ComplaintEvent.ClockPaused;
import amends.contracts.complaint.ComplaintEvent.ClockResumed;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.contact.CustomerTier;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.sla.ClockStep;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What events do to one kind of clock, under one policy and one calendar. The decider asks it
/// event by event, the [Ledger] for a whole story; therefore they agree.
public final class Reckoning {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final ClockRule rule;
    private final PolicyVersion policy;
    private final BusinessCalendar calendar;

    Reckoning(ClockRule rule, PolicyVersion policy, BusinessCalendar calendar) {
        this.rule = rule;
        this.policy = policy;
        this.calendar = calendar;
    }

    /// For whom a target is.
    public record Urgency(PriorityLevel level, CustomerTier tier) {}

    /// A clock that shows `startedAt` and has its whole target before it, counted from
    /// `countedFrom`.
    ///
    /// @param promised until when, for a clock that runs to a promise
    public ClockStarted started(
            Instant startedAt, Instant countedFrom, Urgency urgency, @Nullable Instant promised) {
        Span target = target(urgency);
        Instant due = promised == null ? target.deadline(countedFrom, calendar) : promised;
        Duration total = total(countedFrom, due, target);
        Steps steps = steps(countedFrom, total, total, target.counting());
        return new ClockStarted(
                rule.clock(),
                rule.course().family(),
                startedAt,
                steps.warnAt(),
                due,
                policy,
                calendar.version(),
                steps.others());
    }

    /// What becomes of a clock that has just started, when its complaint waits already for somebody
    /// for whom it pauses: it is paused from now on.
    public List<ComplaintEvent> startedWhile(
            @Nullable Waiting waiting, RunningClock clock, Instant at, Urgency urgency) {
        return waiting != null && rule.course().pausesWhile(waiting)
                ? with(late(clock, at), paused(clock, at, urgency))
                : List.of();
    }

    /// What a raised priority does: a clock that runs gets the target of the new level, counted
    /// from now, if that is sooner. It asks for more speed, but nobody is late the moment it is
    /// raised. The clock keeps its beginning, and a paused one its pause.
    public Optional<ComplaintEvent> tightened(RunningClock clock, Urgency urgency, Instant at) {
        if (clock.breached() || rule.isPromised()) {
            return Optional.empty();
        }
        ClockStarted tighter = started(clock.startedAt(), at, urgency, null);
        Duration left = clock.left();
        if (left != null) {
            Duration less = total(at, tighter.dueAt(), target(urgency));
            return less.compareTo(left) < 0
                    ? Optional.of(new ClockPaused(clock.clock(), less))
                    : Optional.empty();
        }
        return tighter.dueAt().isBefore(clock.dueAt()) ? Optional.of(tighter) : Optional.empty();
    }

    /// What an event does to a clock that runs. One that passed its target before its timer came is
    /// breached first; one that was paused is seen to go on before it is met.
    public List<ComplaintEvent> moved(
            RunningClock clock, ComplaintEvent event, Actor actor, Instant at, Urgency urgency) {
        Course course = rule.course();
        if (course.metOn(event, actor)) {
            return met(clock, at, urgency);
        }
        if (course.cancelledOn(event, actor)) {
            boolean over = !at.isBefore(clock.dueAt());
            return with(breached(clock, over), new ClockCancelled(clock.clock()));
        }
        if (!clock.isPaused() && course.pausesOn(event, actor)) {
            return with(late(clock, at), paused(clock, at, urgency));
        }
        return clock.isPaused() && course.resumesOn(event, actor)
                ? List.of(resumed(clock, at, urgency))
                : List.of();
    }

    /// What a duplicate's earlier beginning does to this clock, or to none that runs. One that is
    /// over its time already stays as it is.
    public List<ComplaintEvent> takenIn(
            @Nullable RunningClock clock, Instant startedAt, Instant at, Urgency urgency) {
        boolean isNews =
                clock == null
                        || (!clock.breached()
                                && !clock.isPaused()
                                && !at.isAfter(clock.dueAt())
                                && startedAt.isBefore(clock.startedAt()));
        return isNews ? List.of(started(startedAt, startedAt, urgency, null)) : List.of();
    }

    /// The duplicate that it counted from is gone: it counts from another beginning again, or ends.
    ///
    /// @param startedAt absent: nobody brings it any more
    public List<ComplaintEvent> released(
            RunningClock clock, @Nullable Instant startedAt, Instant at, Urgency urgency) {
        if (clock.startedAt().equals(startedAt)) {
            return List.of();
        }
        ComplaintEvent next =
                startedAt == null
                        ? new ClockCancelled(clock.clock())
                        : started(startedAt, startedAt, urgency, null);
        return with(late(clock, at), next);
    }

    private List<ComplaintEvent> met(RunningClock clock, Instant at, Urgency urgency) {
        if (clock.isPaused()) {
            ClockResumed resumed = resumed(clock, at, urgency);
            return List.of(resumed, new ClockMet(clock.clock(), resumed.dueAt()));
        }
        return with(late(clock, at), new ClockMet(clock.clock(), clock.dueAt()));
    }

    private static Optional<ClockBreached> late(RunningClock clock, Instant at) {
        return breached(clock, at.isAfter(clock.dueAt()));
    }

    private static Optional<ClockBreached> breached(RunningClock clock, boolean over) {
        return over && !clock.isPaused() && !clock.breached()
                ? Optional.of(new ClockBreached(clock.clock(), clock.dueAt()))
                : Optional.empty();
    }

    private static List<ComplaintEvent> with(Optional<ClockBreached> first, ComplaintEvent second) {
        return first.<List<ComplaintEvent>>map(breached -> List.of(breached, second))
                .orElse(List.of(second));
    }

    private ClockPaused paused(RunningClock clock, Instant at, Urgency urgency) {
        Counting counting = target(urgency).counting();
        return new ClockPaused(clock.clock(), counting.between(at, clock.dueAt(), calendar));
    }

    /// The target of a clock that was late already stays where it was.
    private ClockResumed resumed(RunningClock clock, Instant at, Urgency urgency) {
        Duration left = clock.left() == null ? Duration.ZERO : clock.left();
        Span target = target(urgency);
        Instant due = clock.breached() ? clock.dueAt() : target.counting().plus(at, left, calendar);
        Duration total = whole(clock, due, target);
        Steps steps = steps(at, left, total, target.counting());
        return new ClockResumed(
                clock.clock(),
                clock.warned() ? clock.warnAt() : steps.warnAt(),
                due,
                policy,
                calendar.version(),
                steps.after(clock));
    }

    /// The time that it had at its beginning, as far as the policy in force tells.
    private Duration whole(RunningClock clock, Instant due, Span target) {
        Instant end = rule.isPromised() ? due : target.deadline(clock.startedAt(), calendar);
        return total(clock.startedAt(), end, target);
    }

    private Span target(Urgency urgency) {
        return rule.target(urgency.level(), urgency.tier());
    }

    private Duration total(Instant from, Instant due, Span target) {
        return target instanceof Span.BusinessTime time
                ? time.duration()
                : target.counting().between(from, due, calendar);
    }

    private record Steps(Instant warnAt, @Nullable List<ClockStep> others) {

        /// Those that the clock has before it.
        @Nullable List<ClockStep> after(RunningClock clock) {
            List<ClockStep> had = clock.steps();
            if (others == null || had == null) {
                return null;
            }
            List<ClockStep> later =
                    others.stream()
                            .filter(step -> step.percent() >= had.getFirst().percent())
                            .toList();
            return later.isEmpty() ? null : later;
        }
    }

    private Steps steps(Instant from, Duration left, Duration total, Counting counting) {
        List<Integer> warnings = rule.warnAt();
        Instant first = at(warnings.getFirst(), from, left, total, counting);
        if (warnings.size() == 1 && rule.escalations().isEmpty()) {
            return new Steps(first, null);
        }
        List<ClockStep> others = new ArrayList<>();
        for (int percent : warnings.subList(1, warnings.size())) {
            Instant at = at(percent, from, left, total, counting);
            others.add(new ClockStep(percent, at, new TreeSet<>()));
        }
        for (Escalation level : rule.escalations()) {
            Instant at = at(level.atPercent(), from, left, total, counting);
            others.add(new ClockStep(level.atPercent(), at, level.inOrder()));
        }
        others.sort(Comparator.comparingInt(ClockStep::percent));
        return new Steps(first, others);
    }

    /// When that much of the total is over, if `left` of it is left at `from`.
    private Instant at(
            int percent, Instant from, Duration left, Duration total, Counting counting) {
        Duration after = part(total, percent).minus(total).plus(left);
        return counting.plus(from, after, calendar);
    }

    /// [Duration#dividedBy] goes through decimal fractions; this is the same without them.
    private static Duration part(Duration total, int percent) {
        long hundredths = Math.multiplyExact(total.getSeconds(), percent);
        long nanos = (hundredths % 100 * NANOS_PER_SECOND + (long) total.getNano() * percent) / 100;
        return Duration.ofSeconds(hundredths / 100, nanos);
    }
}
