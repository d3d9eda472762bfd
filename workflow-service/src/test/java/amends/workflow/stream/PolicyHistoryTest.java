package amends.workflow.stream;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class PolicyHistoryTest {

    private static final Instant CHANGED = Instant.parse("2026-11-09T01:00:00Z");

    @Test
    void theVersionThatWasInForceThenIsFound() {
        PublishedPolicy first = ShippedPolicies.load().get(Policies.AUTHORITY);
        PublishedPolicy second =
                new PublishedPolicy(
                        new PolicyVersion(Policies.AUTHORITY, 2),
                        CHANGED,
                        first.publishedBy(),
                        first.body());
        PolicyHistory history = new PolicyHistory();
        history.add(second);
        history.add(first);
        assertThat(history.inForce(Policies.AUTHORITY, CHANGED.minusMillis(1))).contains(first);
        assertThat(history.inForce(Policies.AUTHORITY, CHANGED)).contains(second);
        assertThat(history.inForce(Policies.AUTHORITY, Instant.EPOCH.minusMillis(1))).isEmpty();
        assertThat(history.inForce(Policies.SIGNS, CHANGED)).isEmpty();
    }
}
