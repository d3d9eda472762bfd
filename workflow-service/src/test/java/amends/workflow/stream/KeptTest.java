package amends.workflow.stream;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintId;
import amends.workflow.complaint.Complaint;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class KeptTest {

    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final Instant EARLIER = NOW.minus(Duration.ofHours(40));

    @Test
    void whatLiesAheadIsWaitedFor() {
        Instant later = NOW.plusSeconds(60);
        assertThat(wakingAt(null).wakeFor(later, NOW)).isEqualTo(later);
        assertThat(wakingAt(EARLIER).wakeFor(later, NOW)).isEqualTo(later);
    }

    @Test
    void whatIsOverWhenItComesIsLateOnlySinceThen() {
        assertThat(wakingAt(null).wakeFor(EARLIER, NOW)).isEqualTo(NOW);
        assertThat(wakingAt(NOW.plusSeconds(60)).wakeFor(EARLIER, NOW)).isEqualTo(NOW);
    }

    @Test
    void whatWaitedWhileNobodyWasThereIsLateSinceItWasDue() {
        Instant due = EARLIER.plusSeconds(60);
        assertThat(wakingAt(EARLIER).wakeFor(due, NOW)).isEqualTo(due);
        assertThat(wakingAt(due).wakeFor(EARLIER, NOW)).isEqualTo(due);
    }

    private static Kept wakingAt(@Nullable Instant wakeAt) {
        return new Kept(Complaint.unborn(new ComplaintId("0123456789AB")), wakeAt);
    }
}
