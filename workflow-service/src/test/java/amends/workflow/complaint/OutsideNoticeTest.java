package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.by;
import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ClockStarted;
import amends.contracts.complaint.ComplaintEvent.ComplaintQueued;
import amends.contracts.complaint.ComplaintEvent.PriorityAssessed;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

/// A complaint that has gone outside, to an authority or to media.
class OutsideNoticeTest {

    private static final ClockName NOTICE = new ClockName("outside-notice");
    private static final FactorName ASKED = new FactorName("outside-notice");

    @ParameterizedTest
    @ValueSource(strings = {"authority-notice", "media-notice"})
    void isUrgentAndHasItsRegulatoryClockAtOnce(String channel) {
        Case complaint = new Case();
        List<ComplaintEvent> events = complaint.accepts(by(channel, "first"));
        PriorityAssessed assessed = only(events, PriorityAssessed.class);
        assertThat(assessed.priority().level()).isEqualTo(PriorityLevel.URGENT);
        assertThat(assessed.priority().factors())
                .filteredOn(factor -> factor.factor().equals(ASKED))
                .singleElement()
                .satisfies(
                        factor ->
                                assertThat(factor.evidence())
                                        .extracting(Object::toString)
                                        .containsExactly(channel));
        assertThat(only(events, ComplaintQueued.class).queue().value()).isEqualTo("escalation");
        assertThat(complaint.policies().sla().rule(NOTICE).orElseThrow().course().family())
                .isEqualTo(ClockFamily.REGULATORY);
        assertThat(complaint.state().clock(NOTICE).orElseThrow().dueAt())
                .isEqualTo(Instant.parse("2026-11-16T09:00:00Z"));
    }

    @Test
    void aNoticeAboutAKnownComplaintCountsFromWhenItReachedTheCompany() {
        Case complaint = new Case().given(contact("first", "It broke"));
        assertThat(complaint.state().clock(NOTICE)).isEmpty();
        complaint.at("2026-11-10T01:00:00Z").given(by("authority-notice", "second"));
        assertThat(complaint.state().clock(NOTICE).orElseThrow().startedAt()).isEqualTo(Case.START);
        assertThat(complaint.state().priority().level()).isEqualTo(PriorityLevel.URGENT);
        complaint.given(contact("third", "Any news?"));
        assertThat(complaint.state().priority().factors())
                .anyMatch(factor -> factor.factor().equals(ASKED));
        complaint.given(resolve(true));
        assertThat(complaint.state().clock(NOTICE)).isEmpty();
    }

    @Test
    void otherChannelsStartNoSuchClock() {
        assertThat(new Case().accepts(by("web-form", "first")))
                .filteredOn(ClockStarted.class::isInstance)
                .extracting(event -> ((ClockStarted) event).clock())
                .isNotEmpty()
                .doesNotContain(NOTICE);
    }

    private static <E extends ComplaintEvent> E only(List<ComplaintEvent> events, Class<E> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce(
                        (one, other) -> {
                            throw new AssertionError("twice " + type);
                        })
                .orElseThrow();
    }
}
