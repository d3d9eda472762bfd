package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.wire.Topics;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The service is killed in its own process, while timers fire.
class KilledTimersIT {

    private static final int COMPLAINTS = 300;
    private static final Duration APART = Duration.ofMillis(30);
    private static final Duration UNTIL_THE_FIRST = Duration.ofSeconds(5);
    private static final Duration TARGET = Duration.ofSeconds(50);
    private static final Duration WARNED_BEFORE = Duration.ofSeconds(5);

    /// Whoever polls for timers takes minutes; a busy machine takes seconds.
    private static final Duration AT_ONCE = Duration.ofSeconds(30);

    /// Warns when 90 % of 50 seconds are over, whatever the hour.
    private static final String POLICY =
            """
            {"countFromReceiptUpTo": "P2D", "followUpSilence": "P14D", "measures": [], "clocks": [
              {"clock": "resolution", "family": "SERVICE", "calendar": "calendar.always",
               "startsOn": ["ComplaintReceived"], "metOn": ["ComplaintResolved"],
               "warnAt": [90], "targets": [{"within": "PT50S"}]}]}
            """;

    @TempDir Path stateDir;

    /// What happened to the clock of one complaint.
    private record Fired(List<Instant> warned, List<Instant> breached) {}

    @Test
    void afterAKillOverdueTimersFireAtOnceAndEachExactlyOnce() throws Exception {
        try (RunningWorkflow workflow = new RunningWorkflow(stateDir)) {
            assertThat(workflow.put("/policies/sla", POLICY).statusCode()).isEqualTo(200);
            workflow.stop();
            Process apart = workflow.startApart();
            Instant first;
            try {
                begun(workflow, apart);
                first = arm(workflow);
                awaitWarnings(workflow, COMPLAINTS / 6);
            } finally {
                apart.destroyForcibly().waitFor();
            }
            int before = warnings(workflow);
            assertThat(before).as("killed in the middle").isLessThan(COMPLAINTS);

            workflow.start();
            Instant ready = Instant.now();
            awaitBreaches(workflow);

            Map<ComplaintId, Fired> fired = fired(workflow);
            for (int i = 0; i < COMPLAINTS; i++) {
                Instant due = first.plus(APART.multipliedBy(i));
                Fired one = fired.get(Contacts.complaint("armed" + i));
                assertFiredOnce(one.warned(), due, ready);
                assertFiredOnce(one.breached(), due.plus(WARNED_BEFORE), ready);
            }
        }
    }

    private static void assertFiredOnce(List<Instant> fired, Instant due, Instant ready) {
        assertThat(fired).hasSize(1);
        Instant latest = (due.isAfter(ready) ? due : ready).plus(AT_ONCE);
        assertThat(fired.getFirst()).isBetween(due, latest);
    }

    /// Waits until the service apart decides.
    private static void begun(RunningWorkflow workflow, Process apart) {
        workflow.send(Topics.CONTACTS, Contacts.contact("probe"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .failFast("it ended", () -> !apart.isAlive())
                .until(() -> !workflow.read(Topics.COMPLAINTS).isEmpty());
    }

    /// @return when the first warning is due
    private static Instant arm(RunningWorkflow workflow) {
        Instant first = Instant.ofEpochMilli(Instant.now().plus(UNTIL_THE_FIRST).toEpochMilli());
        for (int i = 0; i < COMPLAINTS; i++) {
            Instant due = first.plus(APART.multipliedBy(i));
            Instant received = due.plus(WARNED_BEFORE).minus(TARGET);
            workflow.send(
                    Topics.CONTACTS,
                    Contacts.contact("armed" + i, "armed" + i, "It is broken.", received));
        }
        workflow.flush();
        return first;
    }

    private static void awaitWarnings(RunningWorkflow workflow, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> warnings(workflow) >= count);
    }

    private static void awaitBreaches(RunningWorkflow workflow) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () ->
                                fired(workflow).values().stream()
                                                .filter(one -> !one.breached().isEmpty())
                                                .count()
                                        >= COMPLAINTS);
    }

    private static int warnings(RunningWorkflow workflow) {
        return fired(workflow).values().stream().mapToInt(one -> one.warned().size()).sum();
    }

    private static Map<ComplaintId, Fired> fired(RunningWorkflow workflow) {
        Map<ComplaintId, Fired> fired = new HashMap<>();
        ComplaintId probe = Contacts.complaint("probe");
        for (RecordedEvent event : workflow.read(Topics.COMPLAINTS)) {
            if (event.complaintId().equals(probe)) {
                continue;
            }
            Fired one =
                    fired.computeIfAbsent(
                            event.complaintId(),
                            id -> new Fired(new ArrayList<>(), new ArrayList<>()));
            if (event.event() instanceof ComplaintEvent.ClockWarned) {
                one.warned().add(event.at());
            } else if (event.event() instanceof ComplaintEvent.ClockBreached) {
                one.breached().add(event.at());
            }
        }
        return fired;
    }
}
