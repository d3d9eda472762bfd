package amends.workflow.sla;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ClockBreached;
import amends.contracts.complaint.ComplaintEvent.ClockCancelled;
import amends.contracts.complaint.ComplaintEvent.ClockMet;
import amends.contracts.complaint.ComplaintEvent.ClockPaused;
import amends.contracts.complaint.ComplaintEvent.ClockRescheduled;
import amends.contracts.complaint.ComplaintEvent.ClockResumed;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.complaint.ComplaintEvent.ComplaintMerged;
import amends.contracts.complaint.ComplaintEvent.ComplaintUnmerged;
import amends.contracts.complaint.ComplaintEvent.OfClock;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.sla.ClockName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Works out a [Ledger] as it was known when things happened: the log's own events of one clock,
/// counted by the versions of policy and calendar that they name. [LedgerFold] says what it should
/// have been by other ones; where no policy has changed the two agree.
public final class RecordedLedger {

    private final ClockName name;
    private final PastPolicies policies;
    private final List<Ledger.Run> runs = new ArrayList<>();
    private final List<RecordedEvent> deed = new ArrayList<>();
    private @Nullable Regime regime;
    private @Nullable RunningClock clock;
    private @Nullable RunAccount account;
    private @Nullable Instant mergedAt;

    private RecordedLedger(ClockName name, PastPolicies policies) {
        this.name = name;
        this.policies = policies;
    }

    /// @param events all of one complaint, in order
    /// @param asOf until when a run that has not ended is counted
    /// @return absent when the clock never ran
    /// @throws IllegalStateException when a version that the events name is not known any more
    public static Optional<Ledger> of(
            ClockName name, PastPolicies policies, List<RecordedEvent> events, Instant asOf) {
        RecordedLedger ledger = new RecordedLedger(name, policies);
        events.forEach(ledger::tell);
        return ledger.concluded(asOf);
    }

    private Optional<Ledger> concluded(Instant asOf) {
        if (clock != null && account != null) {
            boolean over = !clock.isPaused() && isOver(clock.dueAt(), asOf);
            Instant until = mergedAt == null ? asOf : mergedAt;
            runs.add(account.open(over ? clock.afterBreach() : clock, until));
        }
        return Optional.ofNullable(regime).map(last -> last.ledger(name, runs));
    }

    /// No target passes while another complaint stands for it.
    private boolean isOver(Instant dueAt, Instant asOf) {
        return mergedAt == null ? !asOf.isBefore(dueAt) : mergedAt.isAfter(dueAt);
    }

    private void tell(RecordedEvent recorded) {
        if (!deed.isEmpty() && !LedgerFold.isSameDeed(deed.getFirst(), recorded)) {
            deed.clear();
        }
        if (recorded.event() instanceof OfClock move) {
            if (move.clock().equals(name)) {
                follow(recorded.event(), recorded);
            }
            return;
        }
        deed.add(recorded);
        if (recorded.event() instanceof ComplaintMerged) {
            mergedAt = recorded.at();
        } else if (recorded.event() instanceof ComplaintUnmerged) {
            mergedAt = null;
        }
    }

    private void follow(ComplaintEvent move, RecordedEvent recorded) {
        if (move instanceof ClockStarted started) {
            start(started, recorded);
        } else if (clock != null && account != null) {
            follow(move, recorded, clock, account);
        }
    }

    /// A clock that keeps its beginning got a nearer target; another beginning is another run.
    private void start(ClockStarted event, RecordedEvent recorded) {
        Regime next = regime(event.policy(), event.calendar());
        RunningClock before = clock;
        RunAccount open = account;
        if (before != null && open != null) {
            if (before.startedAt().equals(event.startedAt())) {
                open.under(next.rule(), next.calendar(), recorded);
                clock = RunningClock.of(event);
                return;
            }
            runs.add(open.replaced(before, because(recorded)));
        }
        clock = RunningClock.of(event);
        account =
                new RunAccount(next.rule(), next.calendar(), event.startedAt(), starter(recorded));
    }

    private void follow(
            ComplaintEvent move, RecordedEvent recorded, RunningClock before, RunAccount open) {
        if (move instanceof ClockPaused paused) {
            clock = before.after(paused);
            open.turn(false, because(recorded));
        } else if (move instanceof ClockResumed resumed) {
            clock = before.after(resumed);
            Regime next = regime(resumed.policy(), resumed.calendar());
            open.under(next.rule(), next.calendar(), because(recorded));
            open.turn(true, because(recorded));
        } else if (move instanceof ClockRescheduled rescheduled) {
            clock = before.after(rescheduled, recorded.at());
            Regime next = regime(rescheduled.policy(), rescheduled.calendar());
            open.under(next.rule(), next.calendar(), recorded);
        } else if (move instanceof ClockBreached) {
            clock = before.afterBreach();
        } else if (move instanceof ClockMet || move instanceof ClockCancelled) {
            runs.add(open.closed(before, move instanceof ClockMet, because(recorded)));
            clock = null;
            account = null;
        }
    }

    /// What moved the clock: the last that happened with it. A timer moves it by itself.
    private RecordedEvent because(RecordedEvent recorded) {
        return deed.isEmpty() ? recorded : deed.getLast();
    }

    private RecordedEvent starter(RecordedEvent recorded) {
        ClockRule rule = regime == null ? null : regime.rule();
        return deed.stream()
                .filter(each -> rule != null && rule.course().startsOn(each.event(), each.actor()))
                .findFirst()
                .orElseGet(() -> because(recorded));
    }

    private Regime regime(PolicyVersion policy, PolicyVersion calendar) {
        Regime named =
                new Regime(
                        policy,
                        policies.policy(policy)
                                .flatMap(sla -> sla.rule(name))
                                .orElseThrow(() -> unknown(policy)),
                        policies.calendar(calendar).orElseThrow(() -> unknown(calendar)));
        regime = named;
        return named;
    }

    private static IllegalStateException unknown(PolicyVersion version) {
        return new IllegalStateException(
                "The log names %s, which is not on the policies topic any more".formatted(version));
    }

    /// What the clock runs by.
    private record Regime(PolicyVersion policy, ClockRule rule, BusinessCalendar calendar) {

        Ledger ledger(ClockName name, List<Ledger.Run> runs) {
            return new Ledger(
                    name,
                    rule.course().family(),
                    policy,
                    calendar.version(),
                    calendar.zone(),
                    runs);
        }
    }
}
