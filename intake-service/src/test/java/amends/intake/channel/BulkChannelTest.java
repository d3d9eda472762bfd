package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.Contact;
import amends.contracts.contact.SourceName;
import amends.intake.mapping.Mapping;
import amends.intake.mapping.Mappings;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class BulkChannelTest {

    private static final Mapping MAPPING =
            Mappings.read(
                    new ByteArrayInputStream(
                            """
                            name: shop
                            version: 1
                            brand: Example
                            channel: bulk
                            source: shop
                            language: en
                            zone: UTC
                            layouts: [{name: one, columns: [No, Words]}]
                            id: [No]
                            fields: {text: "{Words}"}
                            """
                                    .getBytes(StandardCharsets.UTF_8)));
    private static final BulkChannel CHANNEL =
            new BulkChannel(new Mappings(List.of(MAPPING)), Channels.FORM, Channels.NORMALISATION);

    @Test
    void aRowThatIsTriedAgainIsTheOneItWas() {
        Contact first = read("4111111111111111,card 5555555555554444");
        Contact second = read("4012888888881111,card 5555555555554444");
        assertThat(first.content().text().value()).isEqualTo("card ************4444");
        for (Contact contact : List.of(first, second)) {
            byte[] kept = contact.original().content().bytes();
            Arrival again =
                    new Arrival(
                                    new SourceName("shop"),
                                    null,
                                    MAPPING.name(),
                                    BulkChannel.CSV,
                                    kept,
                                    Channels.NOW)
                            .kept();
            assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("5555555555554444");
            assertThat(Channels.understood(CHANNEL.read(again))).isEqualTo(contact);
        }
        assertThat(first.content().id()).isNotEqualTo(second.content().id());
    }

    private static Contact read(String row) {
        return Channels.understood(
                CHANNEL.read(
                        BulkChannel.csvRow(
                                new SourceName("shop"), MAPPING, "No,Words", row, Channels.NOW)));
    }
}
