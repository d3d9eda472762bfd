package amends.workflow.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.sla.ClockName;
import amends.workflow.policy.Policies;
import amends.workflow.sla.ClockRule;
import amends.workflow.sla.Ledger;
import amends.workflow.sla.Ledger.Outcome;
import amends.workflow.sla.LedgerFold;
import amends.workflow.sla.RecordedLedger;
import amends.workflow.sla.RunningClock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The ledger, worked out without the events of clocks, says of each run what those events say; and
/// what is known now is what was known then, for no policy has changed.
final class LedgersAgree {

    private final Instant asOf;
    private final List<String> runs = new ArrayList<>();
    private RunningClock clock;

    private LedgersAgree(Instant asOf) {
        this.asOf = asOf;
    }

    static void with(List<RecordedEvent> log) {
        with(log, Case.POLICIES);
    }

    static void with(List<RecordedEvent> log, Policies policies) {
        if (log.isEmpty()) {
            return;
        }
        Instant asOf = standsStillSince(log);
        for (ClockRule rule : policies.sla().clocks()) {
            Ledger ledger = ledger(rule.clock(), policies, log, asOf);
            assertThat(ledger.runs().stream().map(LedgersAgree::told).toList())
                    .as("runs of %s after %s", rule.clock(), log)
                    .isEqualTo(new LedgersAgree(asOf).recorded(rule.clock(), log));
            ledger.runs().forEach(LedgersAgree::addsUp);
            assertThat(then(rule.clock(), policies, log, asOf))
                    .as("%s as known then, after %s", rule.clock(), log)
                    .isEqualTo(ledger.runs().stream().map(LedgersAgree::whole).toList());
        }
    }

    /// Nothing counts while another complaint stands for it.
    private static Instant standsStillSince(List<RecordedEvent> log) {
        Instant since = null;
        for (RecordedEvent recorded : log) {
            if (recorded.event() instanceof ComplaintEvent.ComplaintMerged) {
                since = recorded.at();
            } else if (recorded.event() instanceof ComplaintEvent.ComplaintUnmerged) {
                since = null;
            }
        }
        return since == null ? log.getLast().at() : since;
    }

    static Ledger ledger(ClockName clock, List<RecordedEvent> log, Instant asOf) {
        return ledger(clock, Case.POLICIES, log, asOf);
    }

    private static Ledger ledger(
            ClockName clock, Policies policies, List<RecordedEvent> log, Instant asOf) {
        return LedgerFold.of(clock, policies.sla(), policies.calendars(), log, asOf).orElseThrow();
    }

    private static List<String> then(
            ClockName clock, Policies policies, List<RecordedEvent> log, Instant asOf) {
        return RecordedLedger.of(clock, KnownThenTest.of(List.of(policies)), log, asOf)
                .map(Ledger::runs)
                .orElse(List.of())
                .stream()
                .map(LedgersAgree::whole)
                .toList();
    }

    private static String whole(Ledger.Run run) {
        StringBuilder whole = new StringBuilder(told(run));
        whole.append(" left ").append(run.left()).append(" ended ").append(run.endedAt());
        for (Ledger.Interval each : run.intervals()) {
            whole.append(each.counts() ? " counts " : " rests ")
                    .append(each.from())
                    .append(' ')
                    .append(each.to())
                    .append(' ')
                    .append(each.counted());
        }
        return whole.toString();
    }

    private static String told(Ledger.Run run) {
        return line(run.outcome(), run.startedAt(), run.left() == null ? run.dueAt() : null);
    }

    private static String line(Outcome outcome, Instant startedAt, Instant dueAt) {
        return outcome + " from " + startedAt + " due " + dueAt;
    }

    /// Intervals follow each other without a gap, and their sum is what was counted.
    private static void addsUp(Ledger.Run run) {
        Duration sum = Duration.ZERO;
        Instant from = run.startedAt();
        for (Ledger.Interval interval : run.intervals()) {
            assertThat(interval.from()).isEqualTo(from);
            from = interval.to();
            sum = sum.plus(interval.counted());
        }
        assertThat(from).isEqualTo(run.endedAt());
        assertThat(sum).isEqualTo(run.counted());
    }

    private List<String> recorded(ClockName name, List<RecordedEvent> log) {
        for (RecordedEvent recorded : log) {
            if (recorded.event() instanceof ComplaintEvent.OfClock event
                    && event.clock().equals(name)) {
                follow(recorded.event());
            }
        }
        if (clock != null) {
            boolean over = clock.breached() || (!clock.isPaused() && !asOf.isBefore(clock.dueAt()));
            end(over ? Outcome.BREACHED : clock.isPaused() ? Outcome.PAUSED : Outcome.RUNNING);
        }
        return runs;
    }

    private void follow(ComplaintEvent event) {
        if (event instanceof ComplaintEvent.ClockStarted started) {
            if (clock != null && !clock.startedAt().equals(started.startedAt())) {
                end(clock.breached() ? Outcome.BREACHED : Outcome.CANCELLED);
            }
            clock = RunningClock.of(started);
        } else if (event instanceof ComplaintEvent.ClockPaused paused) {
            clock = clock.after(paused);
        } else if (event instanceof ComplaintEvent.ClockResumed resumed) {
            clock = clock.after(resumed);
        } else if (event instanceof ComplaintEvent.ClockBreached) {
            clock = clock.afterBreach();
        } else if (event instanceof ComplaintEvent.ClockMet) {
            end(clock.breached() ? Outcome.MET_LATE : Outcome.MET);
        } else if (event instanceof ComplaintEvent.ClockCancelled) {
            end(clock.breached() ? Outcome.BREACHED : Outcome.CANCELLED);
        }
    }

    private void end(Outcome outcome) {
        runs.add(line(outcome, clock.startedAt(), clock.isPaused() ? null : clock.dueAt()));
        clock = null;
    }
}
