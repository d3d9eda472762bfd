package amends.deploy.bench;

import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.identity.Identity;
import amends.deploy.call.Api;
import amends.deploy.local.Part;
import amends.deploy.local.PlatformOptions;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How late timers fire in one instance of workflow that holds many and takes contacts in.
///
/// @param armed how many complaints wait for a timer of the day after tomorrow
/// @param inflow contacts a second; those in a hurry fire two timers within 20 seconds
record TimersStage(int armed, int inflow) implements Stage {

    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int HEAP_MB = 352;
    private static final int COMPLAINTS_PER_MB = 600;
    private static final double P50 = 0.5;
    private static final double P99 = 0.99;

    /// Open complaints are kept in memory, so as many as these need a heap of their size.
    @Override
    public PlatformOptions platform() {
        int megabytes = HEAP_MB + armed / COMPLAINTS_PER_MB;
        return PlatformOptions.only(Part.WORKFLOW)
                .with("AMENDS_HEAP_WORKFLOW", String.valueOf(megabytes));
    }

    @Override
    public void measure(Bench run, Table table) throws Exception {
        URI workflow = run.platform().ports().url(Part.WORKFLOW);
        Identity bench = Identity.of(Actor.automation("bench"), Role.OPERATIONS);
        try (Api api = Api.as(bench, run.platform().signer(), workflow);
                TimerLoad load = new TimerLoad(run.kafka());
                HttpClient http = HttpClient.newHttpClient()) {
            api.put("/policies/sla", policy());
            arm(http, workflow, load, table);
            punctuality(http, workflow, load, table);
        }
    }

    private void arm(HttpClient http, URI workflow, TimerLoad load, Table table)
            throws IOException, InterruptedException {
        Bench.say("arming " + armed + " timers");
        long began = System.nanoTime();
        load.patient("armed", armed);
        while (metrics(http, workflow).contacts() < armed) {
            if (Bench.since(began).compareTo(PATIENCE) > 0) {
                throw new IllegalStateException("Not all contacts were decided in an hour");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        table.figure(
                String.format(Locale.ROOT, "timers armed, %,d", armed),
                String.format(Locale.ROOT, "%,.0f /s", Bench.perSecond(armed, began)),
                Bench.since(began),
                "1,000,000 timers");
    }

    private void punctuality(HttpClient http, URI workflow, TimerLoad load, Table table)
            throws IOException, InterruptedException {
        Bench.say(inflow + " contacts a second, timers firing");
        load.paced("warm", inflow, WARM_UP);
        Lateness before = metrics(http, workflow);
        long began = System.nanoTime();
        load.paced("timed", inflow, MEASURED);
        Lateness fired = metrics(http, workflow).since(before);
        table.figure(
                String.format(
                        Locale.ROOT,
                        "timer lateness, %,d contacts/s sent, %,.0f/s decided, %,.0f fired/s",
                        inflow,
                        Bench.perSecond(fired.contacts(), began),
                        Bench.perSecond(fired.count(), began)),
                String.format(
                        Locale.ROOT,
                        "p50 %.0f ms, p99 %.0f ms",
                        fired.quantile(P50) * 1000,
                        fired.quantile(P99) * 1000),
                Bench.since(began),
                "p99 below 1 s");
    }

    private static Lateness metrics(HttpClient http, URI workflow)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(workflow.resolve("/actuator/prometheus")).build();
        return Lateness.read(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /// One clock that counts every hour.
    private static Map<String, Object> policy() {
        Map<String, Object> clock =
                Map.of(
                        "clock", "resolution",
                        "family", "SERVICE",
                        "calendar", "calendar.always",
                        "startsOn", List.of("ComplaintReceived"),
                        "metOn", List.of("ComplaintResolved"),
                        "warnAt", List.of(50),
                        "targets",
                                List.of(
                                        Map.of(
                                                "tiers",
                                                List.of(TimerLoad.HURRIED),
                                                "within",
                                                "PT20S"),
                                        Map.of("within", "P4D")));
        return Map.of(
                "countFromReceiptUpTo",
                "P2D",
                "followUpSilence",
                "P14D",
                "measures",
                List.of(),
                "clocks",
                List.of(clock));
    }
}
