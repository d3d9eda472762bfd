package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.by;
import static amends.workflow.complaint.Commands.contact;
import static amends.workflow.complaint.Commands.reply;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.sla.ClockName;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// A call that nobody took is returned within a time of its own.
class CallBackTest {

    private static final ClockName CALL_BACK = new ClockName("call-back");

    @Test
    void isDueSoonUntilAPersonHasAnswered() {
        Case complaint = new Case().given(by("call-back", "missed"));
        assertThat(complaint.state().clock(CALL_BACK).orElseThrow().dueAt())
                .isEqualTo(Case.START.plus(Duration.ofHours(2)));
        complaint.given(reply("We call you at four"));
        assertThat(complaint.state().clock(CALL_BACK)).isEmpty();
        complaint.given(by("call-back", "missed again"));
        assertThat(complaint.state().clock(CALL_BACK)).isPresent();
    }

    @Test
    void whatIsWrittenHasNoSuchClock() {
        Case complaint = new Case().given(contact("first", "It broke"));
        assertThat(complaint.state().clock(CALL_BACK)).isEmpty();
    }
}
