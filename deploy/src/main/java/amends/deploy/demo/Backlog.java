package amends.deploy.demo;

import amends.deploy.call.Refused;
import amends.deploy.call.Unreachable;

import java.time.Duration;
import java.time.Instant;

/// What came in while nobody was there: some of its clocks are breached from the beginning.
final class Backlog {

    static final int SIZE = 12;

    /// Clocks of what is older than two days begin with its arrival here.
    private static final Duration LONGEST_WAIT = Duration.ofHours(47);

    private Backlog() {}

    static void letIn(Customers customers) {
        try {
            for (int i = SIZE; i > 0; i--) {
                String subject = customers.complain(Instant.now().minus(waited(i)));
                System.out.println("waiting: " + subject);
            }
        } catch (Refused | Unreachable e) {
            System.out.println(e.getMessage());
        }
    }

    /// Most came in during the last hours, few much earlier.
    static Duration waited(int place) {
        double share = Math.pow((double) place / SIZE, 3);
        return Duration.ofSeconds((long) (LONGEST_WAIT.toSeconds() * share));
    }
}
