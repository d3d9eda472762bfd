package amends.workflow.complaint;

import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintCommand.BreachClock;
import amends.contracts.complaint.ComplaintCommand.BreakPromise;
import amends.contracts.complaint.ComplaintCommand.Close;
import amends.contracts.complaint.ComplaintCommand.EscalateClock;
import amends.contracts.complaint.ComplaintCommand.ReviewPriority;
import amends.contracts.complaint.ComplaintCommand.WarnOfClock;
import amends.contracts.sla.ClockStep;
import amends.workflow.policy.Policies;
import amends.workflow.sla.RunningClock;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// All that time may wish of a complaint. Each timer, once its command was decided at its due time
/// or later, yields an event that removes it; therefore a timer never fires for ever.
final class Timers {

    private final Complaint state;
    private final Policies policies;

    Timers(Complaint state, Policies policies) {
        this.state = state;
        this.policies = policies;
    }

    Optional<Timer> next() {
        if (state.isMerged()) {
            return Optional.empty();
        }
        return Stream.of(
                        state.clocks().stream().flatMap(Timers::ofClock),
                        state.promises().stream().flatMap(this::ofPromise),
                        waiting().stream(),
                        silence().stream())
                .flatMap(timers -> timers)
                .min(Comparator.comparing(Timer::due));
    }

    private static Stream<Timer> ofClock(RunningClock clock) {
        if (clock.isPaused()) {
            return Stream.empty();
        }
        ClockStep ahead = clock.nextStep();
        Stream<Timer> step = ahead == null ? Stream.empty() : Stream.of(step(clock, ahead));
        if (clock.breached()) {
            return step;
        }
        Timer next =
                clock.warned()
                        ? new Timer(clock.dueAt(), new BreachClock(clock.clock(), clock.dueAt()))
                        : new Timer(clock.warnAt(), new WarnOfClock(clock.clock(), clock.dueAt()));
        return Stream.concat(step, Stream.of(next));
    }

    private static Timer step(RunningClock clock, ClockStep step) {
        return new Timer(
                step.at(),
                step.isWarning()
                        ? new WarnOfClock(clock.clock(), clock.dueAt(), step.percent())
                        : new EscalateClock(clock.clock(), clock.dueAt(), step.percent()));
    }

    private Stream<Timer> ofPromise(Promise promise) {
        return promise.state() == Promise.State.OPEN && state.status().isOpen()
                ? Stream.of(new Timer(promise.due(), new BreakPromise(promise.id())))
                : Stream.empty();
    }

    private Optional<Timer> waiting() {
        return state.waitingSince() == null || !state.status().isOpen()
                ? Optional.empty()
                : policies.priority()
                        .nextReview(state.waitingSince(), state.factors())
                        .map(due -> new Timer(due, new ReviewPriority()));
    }

    private Optional<Timer> silence() {
        return silentAt(state, policies)
                .map(due -> new Timer(due, new Close(ClosingReason.NO_ANSWER)));
    }

    /// When an unanswered follow-up counts as silence.
    static Optional<Instant> silentAt(Complaint state, Policies policies) {
        Instant sentAt = state.followUps().sentAt();
        return state.status() != Status.FOLLOWED_UP || sentAt == null
                ? Optional.empty()
                : Optional.of(sentAt.plus(policies.sla().followUpSilence()));
    }
}
