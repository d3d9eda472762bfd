package amends.workflow.sla;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ClockBreached;
import amends.contracts.complaint.ComplaintEvent.ClockCancelled;
import amends.contracts.complaint.ComplaintEvent.ClockMet;
import amends.contracts.complaint.ComplaintEvent.ClockPaused;
import amends.contracts.complaint.ComplaintEvent.ClockResumed;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.sla.ClockName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Works out a [Ledger] by telling the story of a complaint to one clock. The events of clocks in
/// the log are not looked at: what they should have been is what comes out.
public final class LedgerFold {

    private final SlaPolicy policy;
    private final Calendars calendars;
    private final ClockRule rule;
    private final Reckoning reckoning;
    private final BusinessCalendar calendar;
    private final Traits traits = new Traits();
    private final DuplicateTerms terms;
    private final List<Ledger.Run> runs = new ArrayList<>();
    private @Nullable RunningClock clock;
    private @Nullable RunAccount account;

    private LedgerFold(SlaPolicy policy, Calendars calendars, ClockRule rule) {
        this.policy = policy;
        this.calendars = calendars;
        this.rule = rule;
        this.reckoning = policy.reckoning(rule, calendars);
        this.calendar = calendars.named(rule.calendar());
        this.terms = new DuplicateTerms(rule.clock(), reckoning);
    }

    /// @param events all of one complaint, in order
    /// @param asOf until when runs that have not ended are counted
    /// @return absent when the policy has neither a clock nor a measure of this name
    public static Optional<Ledger> of(
            ClockName clock,
            SlaPolicy policy,
            Calendars calendars,
            List<RecordedEvent> events,
            Instant asOf) {
        return policy.rule(clock)
                .or(() -> policy.measure(clock).map(ClockRule::measuring))
                .map(rule -> new LedgerFold(policy, calendars, rule).over(events, asOf));
    }

    /// The accounts of all clocks that have a target.
    public static List<Ledger> ofAll(
            SlaPolicy policy, Calendars calendars, List<RecordedEvent> events, Instant asOf) {
        return policy.clocks().stream()
                .map(rule -> new LedgerFold(policy, calendars, rule).over(events, asOf))
                .toList();
    }

    /// The clock as it should stand under this policy and these calendars; absent when by them it
    /// would not run.
    public static Optional<RunningClock> standing(
            ClockRule rule,
            SlaPolicy policy,
            Calendars calendars,
            List<RecordedEvent> events,
            Instant asOf) {
        LedgerFold fold = new LedgerFold(policy, calendars, rule);
        fold.over(events, asOf);
        return Optional.ofNullable(fold.clock);
    }

    private Ledger over(List<RecordedEvent> events, Instant asOf) {
        int from = 0;
        while (from < events.size()) {
            int to = from + 1;
            while (to < events.size() && isSameDeed(events.get(from), events.get(to))) {
                to++;
            }
            tell(events.subList(from, to), events);
            from = to;
        }
        pass(asOf.plusNanos(1));
        if (clock != null && account != null) {
            Instant merged = traits.mergedAt();
            runs.add(account.open(clock, merged == null ? asOf : merged));
        }
        return new Ledger(
                rule.clock(),
                rule.course().family(),
                policy.version(),
                calendar.version(),
                calendar.zone(),
                runs);
    }

    static boolean isSameDeed(RecordedEvent one, RecordedEvent other) {
        return one.at().equals(other.at()) && one.actor().equals(other.actor());
    }

    /// @param deed the events of one command: those that run are moved by each of them, new ones
    ///   begin when all of it is known
    private void tell(List<RecordedEvent> deed, List<RecordedEvent> all) {
        for (RecordedEvent recorded : deed) {
            pass(recorded.at());
            boolean raised = traits.take(recorded);
            if (clock != null) {
                move(clock, recorded, raised);
            }
            share(recorded);
        }
        for (RecordedEvent recorded : deed) {
            if (rule.isPromised()) {
                startToPromise(recorded);
            } else if (clock == null
                    && rule.course().startsOn(recorded.event(), recorded.actor())
                    && isFree(deed.getLast().version(), all)) {
                Instant beginning = traits.beginning(recorded, policy);
                start(recorded, beginning, null);
            }
        }
    }

    /// The target may have passed before this instant; what is met at it is met in time. While the
    /// complaint is merged no target passes; when that is undone, it is as if it had never been.
    private void pass(Instant now) {
        if (traits.mergedAt() == null
                && clock != null
                && !clock.isPaused()
                && now.isAfter(clock.dueAt())) {
            clock = clock.afterBreach();
        }
    }

    private boolean isFree(long version, List<RecordedEvent> all) {
        return rule.course().notWhile().stream()
                .flatMap(other -> of(other, policy, calendars, all, Instant.EPOCH).stream())
                .noneMatch(ledger -> ledger.runsAfter(version));
    }

    private void startToPromise(RecordedEvent recorded) {
        Instant due = traits.firstPromise();
        boolean isNews =
                clock == null || clock.breached() || (due != null && due.isBefore(clock.dueAt()));
        if (traits.isAboutPromises(recorded.event()) && due != null && isNews) {
            if (clock != null && account != null) {
                runs.add(account.replaced(clock, recorded));
            }
            start(recorded, recorded.at(), due);
        }
    }

    /// A duplicate brings an earlier beginning, or takes its own away again.
    private void share(RecordedEvent recorded) {
        for (ComplaintEvent move : terms.moves(recorded, clock, traits.urgency())) {
            if (move instanceof ClockStarted started) {
                if (clock != null && account != null) {
                    runs.add(account.replaced(clock, recorded));
                }
                clock = RunningClock.of(started);
                account = new RunAccount(rule, calendar, started.startedAt(), recorded);
            } else {
                apply(List.of(move), recorded);
            }
        }
    }

    private void start(RecordedEvent recorded, Instant beginning, @Nullable Instant promised) {
        RunningClock started =
                RunningClock.of(
                        reckoning.started(beginning, beginning, traits.urgency(), promised));
        clock = started;
        account = new RunAccount(rule, calendar, beginning, recorded);
        apply(
                reckoning.startedWhile(traits.waiting(), started, recorded.at(), traits.urgency()),
                recorded);
    }

    private void move(RunningClock running, RecordedEvent recorded, boolean raised) {
        List<ComplaintEvent> moves =
                new ArrayList<>(
                        reckoning.moved(
                                running,
                                recorded.event(),
                                recorded.actor(),
                                recorded.at(),
                                traits.urgency()));
        if (raised) {
            reckoning.tightened(running, traits.urgency(), recorded.at()).ifPresent(moves::add);
        }
        apply(moves, recorded);
    }

    private void apply(List<ComplaintEvent> moves, RecordedEvent recorded) {
        for (ComplaintEvent move : moves) {
            if (clock != null && account != null) {
                apply(move, clock, account, recorded);
            }
        }
    }

    private void apply(
            ComplaintEvent move, RunningClock before, RunAccount open, RecordedEvent because) {
        if (move instanceof ClockStarted tightened) {
            clock = RunningClock.of(tightened);
        } else if (move instanceof ClockPaused paused) {
            clock = before.after(paused);
            open.turn(false, because);
        } else if (move instanceof ClockResumed resumed) {
            clock = before.after(resumed);
            open.turn(true, because);
        } else if (move instanceof ClockBreached) {
            clock = before.afterBreach();
        } else if (move instanceof ClockMet || move instanceof ClockCancelled) {
            runs.add(open.closed(before, move instanceof ClockMet, because));
            clock = null;
            account = null;
            terms.end();
        }
    }
}
