package amends.deploy.bench;

import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentitySigner;
import amends.deploy.local.LocalPlatform;
import amends.deploy.local.Part;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What the way through the gateway costs, compared with asking the service itself: a page of the
/// board, both ways in turn, so that what else the machine does weighs on both.
final class DoorOverhead {

    private static final String PAGE = "board?limit=50";
    private static final int CALLERS = 16;

    private DoorOverhead() {}

    static void measure(Bench bench, Table table) throws Exception {
        Identity who = Identity.of(Actor.automation("bench"), Role.OPERATIONS);
        LocalPlatform platform = bench.platform();
        IdentitySigner signer = platform.signer();
        String key = platform.credentials().apiKeys().ops();
        try (Calls direct =
                        new Calls(
                                platform.ports().url(Part.WORKFLOW).resolve("/" + PAGE),
                                IdentitySigner.HEADER,
                                () -> signer.token(who, Instant.now()));
                Calls through =
                        new Calls(
                                platform.gateway().resolve("/api/" + PAGE),
                                "X-API-Key",
                                () -> key)) {
            latency(bench, table, direct, through);
            rate(bench, table, direct, through);
        }
    }

    private static void latency(Bench bench, Table table, Calls direct, Calls through) {
        int count = bench.scaled(4_000);
        Bench.say("a page of the board past and through the gateway, " + count + " times");
        Latencies past = new Latencies();
        Latencies door = new Latencies();
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long pastNanos = nanos(direct);
            long doorNanos = nanos(through);
            if (i >= count / 2) {
                past.add(pastNanos);
                door.add(doorNanos);
            }
        }
        table.figure(
                "a page of the board through the gateway, more than past it",
                String.format(Locale.ROOT, "p50 %.2f ms", door.p50Ms() - past.p50Ms()),
                Bench.since(began),
                "below 1 ms");
    }

    private static long nanos(Calls reads) {
        long sent = System.nanoTime();
        if (!reads.read()) {
            throw new IllegalStateException("The board was not answered");
        }
        return System.nanoTime() - sent;
    }

    private static void rate(Bench bench, Table table, Calls direct, Calls through)
            throws Exception {
        Callers callers = new Callers(CALLERS, bench.scaled(Duration.ofSeconds(3)));
        long began = System.nanoTime();
        double past = Bench.steady(round -> callers.asFastAsTheyCan(number -> direct.read()));
        double door = Bench.steady(round -> callers.asFastAsTheyCan(number -> through.read()));
        table.figure(
                "the same, as many as " + CALLERS + " callers can, of as many past it",
                String.format(
                        Locale.ROOT,
                        "%,.0f /s of %,.0f /s = %.0f %%",
                        door,
                        past,
                        100 * door / past),
                Bench.since(began),
                "at least 50 %");
    }
}
