package amends.workflow.sla;

import amends.contracts.policy.PolicyName;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/// How fast the shipped business calendar of Tokyo, with its holidays, counts.
@State(Scope.Thread)
public class ClockSpeed {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SECONDS_OF_A_YEAR = 365 * 86_400;

    private final SplittableRandom random = new SplittableRandom(7);
    private final BusinessCalendar calendar =
            Policies.parse(ShippedPolicies.load())
                    .calendars()
                    .named(new PolicyName("calendar.tokyo"));

    /// Five business days, from any second of a year, across weekends and holidays.
    @Benchmark
    public Instant dueOfATarget() {
        return calendar.plusBusiness(any(), Duration.ofHours(45));
    }

    /// What is left of such a target: any two instants that are up to a fortnight apart.
    @Benchmark
    public Duration remaining() {
        Instant now = any();
        return calendar.businessBetween(now, now.plusSeconds(random.nextInt(14 * 86_400)));
    }

    /// Paused at any time, resumed up to three days later: what was left counts on from there.
    @Benchmark
    public Instant dueAfterAPause() {
        Instant start = any();
        Instant due = calendar.plusBusiness(start, Duration.ofHours(18));
        Instant paused = start.plusSeconds(random.nextInt(3_600));
        Duration left = calendar.businessBetween(paused, due);
        return calendar.plusBusiness(paused.plusSeconds(random.nextInt(3 * 86_400)), left);
    }

    private Instant any() {
        return FIRST.plusSeconds(random.nextInt(SECONDS_OF_A_YEAR));
    }
}
