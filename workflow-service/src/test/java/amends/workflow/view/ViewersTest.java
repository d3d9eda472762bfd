package amends.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ActorName;
import amends.contracts.complaint.ComplaintId;
import amends.workflow.Contacts;
import amends.workflow.view.Viewers.Viewer;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class ViewersTest {

    private static final ComplaintId ONE = Contacts.complaint("one");
    private static final ComplaintId OTHER = Contacts.complaint("other");
    private static final ActorName SATO = new ActorName("sato");
    private static final ActorName CHEN = new ActorName("chen");
    private static final Instant NOW = Instant.parse("2026-04-01T09:00:00Z");

    private final Viewers viewers = new Viewers();

    @Test
    void eachIsToldOfTheOthersAndSinceWhen() {
        assertThat(viewers.look(ONE, SATO, false, NOW)).isEmpty();
        assertThat(viewers.look(ONE, CHEN, true, NOW.plusSeconds(5)))
                .containsExactly(new Viewer(SATO, NOW, false));
        assertThat(viewers.look(ONE, SATO, false, NOW.plusSeconds(10)))
                .containsExactly(new Viewer(CHEN, NOW.plusSeconds(5), true));
        assertThat(viewers.look(ONE, CHEN, false, NOW.plusSeconds(15)))
                .containsExactly(new Viewer(SATO, NOW, false));
        assertThat(viewers.look(OTHER, CHEN, false, NOW.plusSeconds(15))).isEmpty();
    }

    @Test
    void whoSaysNothingAnyMoreOrLeavesIsForgotten() {
        viewers.look(ONE, SATO, false, NOW);
        Instant last = NOW.plus(Viewers.PATIENCE);
        assertThat(viewers.look(ONE, CHEN, false, last)).hasSize(1);
        assertThat(viewers.look(ONE, CHEN, false, last.plusMillis(1))).isEmpty();

        viewers.look(ONE, SATO, false, last);
        viewers.leave(ONE, SATO);
        viewers.leave(OTHER, CHEN);
        assertThat(viewers.look(ONE, CHEN, false, last)).isEmpty();
        assertThat(viewers.look(ONE, SATO, false, last)).hasSize(1);
    }

    @Test
    void ofTooManyTheOneSilentForLongestIsForgotten() {
        viewers.look(ONE, SATO, false, NOW);
        viewers.look(ONE, CHEN, false, NOW);
        viewers.look(ONE, SATO, false, NOW);
        for (int i = 0; i < Viewers.MOST - 1; i++) {
            viewers.look(OTHER, new ActorName("agent-" + i), false, NOW);
        }
        assertThat(viewers.look(ONE, new ActorName("last"), false, NOW))
                .extracting(Viewer::name)
                .containsExactly(SATO);
    }
}
