package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.Contact;

import org.junit.jupiter.api.Test;

/// Card numbers are masked wherever a customer writes them, not in his words alone.
class DiscreetFieldsTest {

    @Test
    void aCardNumberInNameProductSubjectOrOrdersIsMasked() {
        Contact contact =
                Channels.understood(
                        Channels.COMPLAINTS.read(
                                Channels.arrival(
                                        "application/json",
                                        """
                                        {"text":"It leaks","subject":"4111 1111 1111 1111",
                                         "product":"Kettle 4111111111111111",
                                         "orders":["4111111111111111","A-1"],
                                         "customer":{"name":"Ada 4111-1111-1111-1111"}}
                                        """)));
        assertThat(contact.content().subject().value()).isEqualTo("**** **** **** 1111");
        assertThat(contact.content().product().value()).isEqualTo("Kettle ************1111");
        assertThat(contact.content().orders())
                .extracting(Object::toString)
                .containsExactly("************1111", "A-1");
        assertThat(contact.customer().name().value()).isEqualTo("Ada ****-****-****-1111");
    }

    @Test
    void whatWasReceivedInTheFutureIsRefused() {
        String json = "{\"text\":\"It leaks\",\"receivedAt\":\"%s\"}";
        Arrival tomorrow =
                Channels.arrival(
                        "application/json", json.formatted(Channels.NOW.plusSeconds(80_000)));
        assertThat(Channels.COMPLAINTS.read(tomorrow)).isInstanceOf(Reading.Understood.class);
        Arrival later =
                Channels.arrival(
                        "application/json", json.formatted(Channels.NOW.plusSeconds(90_000)));
        assertThat(Channels.COMPLAINTS.read(later))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        refused -> {
                            assertThat(refused.malformed()).isFalse();
                            assertThat(refused.faults())
                                    .extracting(Fault::pointer)
                                    .containsExactly("/receivedAt");
                        });
    }
}
