package amends.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;

class PolicyHistoryTest {

    private static final PolicyName AUTHORITY = new PolicyName("authority");
    private static final Instant CHANGED = Instant.parse("2026-11-09T01:00:00Z");

    @Test
    void theVersionThatWasInForceThenIsFound() {
        PublishedPolicy first =
                new ShippedConfiguration(Map.of(AUTHORITY, Wire.mapper().createObjectNode()))
                        .firstVersions()
                        .get(AUTHORITY);
        PublishedPolicy second =
                new PublishedPolicy(
                        new PolicyVersion(AUTHORITY, 2),
                        CHANGED,
                        first.publishedBy(),
                        first.body());
        PolicyHistory history = new PolicyHistory();
        history.add(second);
        history.add(first);
        assertThat(history.inForce(AUTHORITY, CHANGED.minusMillis(1))).contains(first);
        assertThat(history.inForce(AUTHORITY, CHANGED)).contains(second);
        assertThat(history.inForce(AUTHORITY, Instant.EPOCH.minusMillis(1))).isEmpty();
        assertThat(history.inForce(new PolicyName("sla"), CHANGED)).isEmpty();
    }
}
