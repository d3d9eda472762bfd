package amends.workflow.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;

/// What the first contact brings about.
class FirstContactTest {

    private final Case complaint = new Case();

    @Test
    void isReceivedGetsAPriorityAQueueAndThreeClocks() {
        assertThat(complaint.accepts(Commands.contact("first", "The toaster caught fire")))
                .hasExactlyElementsOfTypes(
                        ComplaintEvent.ComplaintReceived.class,
                        ComplaintEvent.PriorityAssessed.class,
                        ComplaintEvent.ComplaintQueued.class,
                        ComplaintEvent.ClockStarted.class,
                        ComplaintEvent.ClockStarted.class,
                        ComplaintEvent.ClockStarted.class);
        Complaint state = complaint.state();
        assertThat(state.status()).isEqualTo(Status.RECEIVED);
        assertThat(state.place().queue().value()).isEqualTo("safety");
        assertThat(Wire.read(Wire.write(state), Complaint.class)).isEqualTo(state);
    }

    @Test
    void knownContactsChangeNothing() {
        complaint.accepts(Commands.contact("first", "The toaster caught fire"));
        assertThat(complaint.accepts(Commands.contact("first", "The toaster caught fire")))
                .isEmpty();
    }
}
