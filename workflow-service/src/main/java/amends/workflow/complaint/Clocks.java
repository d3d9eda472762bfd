package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ClockBreached;
import amends.contracts.complaint.ComplaintEvent.ClockCancelled;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.complaint.ComplaintEvent.ComplaintClosed;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ComplaintResolved;
import amends.contracts.complaint.ComplaintEvent.ContactAppended;
import amends.contracts.complaint.ComplaintEvent.PromiseBroken;
import amends.contracts.complaint.ComplaintEvent.PromiseKept;
import amends.contracts.complaint.ComplaintEvent.PromiseMade;
import amends.contracts.complaint.ComplaintEvent.PromiseRenewed;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.ClockStart;
import amends.workflow.policy.Policies;
import amends.workflow.sla.ClockRule;
import amends.workflow.sla.Reckoning;
import amends.workflow.sla.RunningClock;
import amends.workflow.sla.SharedTerm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happens to the clocks of a complaint because of its other events.
final class Clocks {

    private final Unfolding unfolding;
    private final Occasion occasion;
    private final Policies policies;

    Clocks(Unfolding unfolding, Occasion occasion) {
        this.unfolding = unfolding;
        this.occasion = occasion;
        this.policies = occasion.policies();
    }

    /// Meets, cancels, pauses and resumes.
    void follow(ComplaintEvent event) {
        for (RunningClock clock : unfolding.state().clocks()) {
            policies.sla()
                    .rule(clock.clock())
                    .map(rule -> moved(rule, clock, event))
                    .orElseGet(() -> withoutRule(clock, event))
                    .forEach(unfolding::happensAlone);
        }
    }

    private List<ComplaintEvent> moved(ClockRule rule, RunningClock clock, ComplaintEvent event) {
        return reckoning(rule).moved(clock, event, occasion.actor(), occasion.at(), urgency());
    }

    /// The policy in force has dropped it.
    private static List<ComplaintEvent> withoutRule(RunningClock clock, ComplaintEvent event) {
        return event instanceof ComplaintResolved || event instanceof ComplaintClosed
                ? List.of(new ClockCancelled(clock.clock()))
                : List.of();
    }

    void tighten() {
        for (RunningClock clock : unfolding.state().clocks()) {
            policies.sla()
                    .rule(clock.clock())
                    .flatMap(rule -> reckoning(rule).tightened(clock, urgency(), occasion.at()))
                    .ifPresent(unfolding::happensAlone);
        }
    }

    /// Which clocks of a duplicate go on here: what an authority set runs from its first complaint.
    List<ClockStart> regulatory(List<ClockStart> clocks) {
        return clocks.stream()
                .filter(
                        each ->
                                policies.sla()
                                        .rule(each.clock())
                                        .filter(ClockRule::isRegulatory)
                                        .isPresent())
                .toList();
    }

    void takeIn(List<ClockStart> terms) {
        for (ClockStart term : terms) {
            RunningClock clock = unfolding.state().clock(term.clock()).orElse(null);
            policies.sla().rule(term.clock()).stream()
                    .flatMap(
                            rule ->
                                    reckoning(rule)
                                            .takenIn(
                                                    clock,
                                                    term.startedAt(),
                                                    occasion.at(),
                                                    urgency())
                                            .stream())
                    .forEach(unfolding::happensAlone);
        }
    }

    /// @param before the terms with those of the duplicate
    void release(ComplaintId duplicate, Map<ClockName, SharedTerm> before) {
        for (RunningClock clock : unfolding.state().clocks()) {
            SharedTerm term = before.getOrDefault(clock.clock(), SharedTerm.NONE);
            if (term.isBroughtBy(duplicate, clock.startedAt())) {
                Instant startedAt = term.without(duplicate).startedAt();
                policies.sla().rule(clock.clock()).stream()
                        .flatMap(
                                rule ->
                                        reckoning(rule)
                                                .released(
                                                        clock, startedAt, occasion.at(), urgency())
                                                .stream())
                        .forEach(unfolding::happensAlone);
            }
        }
    }

    /// @param events all that happened because of a command
    void start(List<ComplaintEvent> events) {
        for (ClockRule rule : policies.sla().clocks()) {
            for (ComplaintEvent event : events) {
                if (rule.isPromised()) {
                    startToPromise(rule, event);
                } else if (rule.course().startsOn(event, occasion.actor()) && isFree(rule)) {
                    start(reckoning(rule), beginning(event));
                }
            }
        }
    }

    private void start(Reckoning reckoning, Instant beginning) {
        ClockStarted started = reckoning.started(beginning, beginning, urgency(), null);
        unfolding.happensAlone(started);
        reckoning
                .startedWhile(
                        unfolding.state().waitsFor(),
                        RunningClock.of(started),
                        occasion.at(),
                        urgency())
                .forEach(unfolding::happensAlone);
    }

    private boolean isFree(ClockRule rule) {
        return !isRunning(rule.clock())
                && rule.course().notWhile().stream().noneMatch(this::isRunning);
    }

    private boolean isRunning(ClockName clock) {
        return unfolding.state().clock(clock).isPresent();
    }

    /// It runs to the first of the promises that are still open.
    private void startToPromise(ClockRule rule, ComplaintEvent event) {
        Optional<Instant> due = firstPromise();
        boolean aboutPromises =
                event instanceof PromiseMade
                        || event instanceof PromiseRenewed
                        || event instanceof PromiseKept
                        || event instanceof PromiseBroken;
        if (aboutPromises && due.isPresent() && isNews(rule, due.get())) {
            breachIfOver(rule);
            unfolding.happensAlone(
                    reckoning(rule).started(occasion.at(), occasion.at(), urgency(), due.get()));
        }
    }

    private boolean isNews(ClockRule rule, Instant due) {
        return unfolding
                .state()
                .clock(rule.clock())
                .filter(clock -> !clock.breached() && !isOver(clock))
                .filter(clock -> !due.isBefore(clock.dueAt()))
                .isEmpty();
    }

    private void breachIfOver(ClockRule rule) {
        unfolding
                .state()
                .clock(rule.clock())
                .filter(clock -> !clock.breached() && isOver(clock))
                .ifPresent(
                        clock ->
                                unfolding.happensAlone(
                                        new ClockBreached(clock.clock(), clock.dueAt())));
    }

    private boolean isOver(RunningClock clock) {
        return occasion.at().isAfter(clock.dueAt());
    }

    private Optional<Instant> firstPromise() {
        return unfolding.state().promises().stream()
                .filter(promise -> promise.state() == Promise.State.OPEN)
                .map(Promise::due)
                .min(Instant::compareTo);
    }

    /// What a contact starts counts from when it reached the company.
    private Instant beginning(ComplaintEvent event) {
        return policies.sla().beginning(receivedAt(event), occasion.at());
    }

    private Instant receivedAt(ComplaintEvent event) {
        if (event instanceof ComplaintReceived received) {
            return received.contact().receivedAt();
        }
        return event instanceof ContactAppended appended
                ? appended.contact().receivedAt()
                : occasion.at();
    }

    private Reckoning reckoning(ClockRule rule) {
        return policies.sla().reckoning(rule, policies.calendars());
    }

    private Reckoning.Urgency urgency() {
        return new Reckoning.Urgency(unfolding.level(), unfolding.arrival().tier());
    }
}
