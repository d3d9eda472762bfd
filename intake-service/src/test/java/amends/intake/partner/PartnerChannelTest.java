package amends.intake.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.contracts.quarantine.AsideKind;
import amends.contracts.wire.Wire;
import amends.intake.channel.Arrival;
import amends.intake.channel.House;
import amends.intake.channel.Reading;
import amends.intake.mapping.Mappings;
import amends.intake.normalise.Normalisation;
import amends.intake.normalise.SharedPoints;
import amends.intake.recognise.Recogniser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;

class PartnerChannelTest {

    private static final Instant NOW = Instant.parse("2026-04-01T09:30:00Z");
    private static final SourceName KEY = new SourceName("integration:partner");
    private static final List<String> SHIPPED =
            List.of("zendesk", "freshdesk", "salesforce", "generic-json");
    private static final PartnerChannel CHANNEL =
            new PartnerChannel(
                    SHIPPED.stream().map(PartnerChannelTest::mapping).toList(),
                    new House(
                            new BrandName("House"),
                            Map.of(KEY, new BrandName("Example")),
                            ZoneId.of("Asia/Tokyo")),
                    new Normalisation(
                            Map.of(),
                            SharedPoints.ONLY_MAILBOXES,
                            new Recogniser(ZoneOffset.UTC, Map.of())));

    @ParameterizedTest
    @CsvSource({
        "zendesk,zendesk,Kettle K2,The kettle leaks since yesterday.,2026-03-31T12:00:00.217Z",
        "zendesk,zendesk-comment,Kettle K2,Nobody has answered me yet!,2026-04-01T08:00:00Z",
        "freshdesk,freshdesk,Delivered broken,The lamp arrived in pieces.,",
        "salesforce,salesforce,掃除機から煙,使用中に焦げ臭いにおいがして、煙が出ました。,2026-03-31T12:00:00Z",
        "generic-json,generic-json,Wrong size,I ordered 42 and got 40.,2026-03-31T12:00:00Z"
    })
    void aWebhookOfEachPartnerIsRead(
            String mapping, String sample, String subject, String text, Instant occurredAt) {
        Contact contact = understood(mapping, sample(sample));
        assertThat(contact.content().subject().value()).isEqualTo(subject);
        assertThat(contact.content().text().value()).isEqualTo(text);
        assertThat(contact.content().occurredAt()).isEqualTo(occurredAt);
        assertThat(contact.content().channel().value()).isEqualTo("partner");
        assertThat(contact.content().source()).isEqualTo(KEY);
        assertThat(contact.brand().value()).isEqualTo("Example");
        assertThat(understood(mapping, sample(sample))).isEqualTo(contact);
    }

    @Test
    void whoComplainsIsKnownByWhatThePartnerTells() {
        assertThat(understood("zendesk", sample("zendesk")).customer().id())
                .isEqualTo(understood("zendesk", sample("zendesk-comment")).customer().id());
        Contact lamp = understood("freshdesk", sample("freshdesk"));
        assertThat(lamp.customer().emails().getFirst().value()).isEqualTo("ben@example.org");
        assertThat(lamp.customer().phones().getFirst().value()).isEqualTo("+12025550143");
        assertThat(lamp.content().product().value()).isEqualTo("Lamp L7");
        assertThat(understood("generic-json", sample("generic-json")).content().orders())
                .extracting(order -> order.value())
                .contains("A-10023");
    }

    @Test
    void whatIsWrittenToATicketBelongsToItsComplaint() {
        Contact ticket = understood("zendesk", sample("zendesk"));
        Contact comment = understood("zendesk", sample("zendesk-comment"));
        assertThat(comment.complaintId()).isEqualTo(ticket.complaintId());
        assertThat(comment.content().id()).isNotEqualTo(ticket.content().id());
    }

    @Test
    void systemsThatNumberTheirTicketsAlikeAreToldApart() {
        Contact generic = understood("generic-json", "{\"id\":\"31\",\"text\":\"x\"}");
        assertThat(generic.content().id()).isEqualTo(ContactId.derive(KEY, "generic-json:31"));
        assertThat(generic.complaintId())
                .isNotEqualTo(understood("freshdesk", sample("freshdesk")).complaintId());
    }

    @Test
    void withoutAnIdOfItsOwnTheOneBesideTheBodyCounts() {
        String body = "{\"text\":\"It leaks\"}";
        Contact told = contact(CHANNEL.read(arrival("generic-json", body, "msg_1")));
        assertThat(told.content().id()).isEqualTo(ContactId.derive(KEY, "msg_1"));
        assertThat(understood("generic-json", body).content().id())
                .isEqualTo(understood("generic-json", body).content().id())
                .isNotEqualTo(told.content().id());
    }

    @Test
    void whatAMappingLeavesOutIsSetAsideUnlessSomebodySaysItIsAComplaint() {
        ObjectNode solved = (ObjectNode) Wire.mapper().readTree(sample("zendesk"));
        solved.put("type", "zen:event-type:ticket.solved");
        ObjectNode staff = (ObjectNode) Wire.mapper().readTree(sample("zendesk-comment"));
        ((ObjectNode) staff.at("/event/comment/author")).put("is_staff", true);
        for (ObjectNode other : List.of(solved, staff)) {
            Arrival arrival = arrival("zendesk", other.toString(), null);
            assertThat(CHANNEL.read(arrival))
                    .isInstanceOfSatisfying(
                            Reading.SetAside.class,
                            noted -> assertThat(noted.kind()).isEqualTo(AsideKind.PARTNER_NOTICE));
            assertThat(CHANNEL.readAsWritten(arrival)).isInstanceOf(Reading.Understood.class);
        }
    }

    @Test
    void aBodyThatDoesNotFitIsKeptWithTheReason() {
        assertThat(reason("salesforce", "{\"Subject\":\"s\"}")).isEqualTo("partner-body-unfit");
        assertThat(reason("salesforce", "{\"Id\":\"5\"}")).isEqualTo("partner-body-without-text");
        assertThat(reason("salesforce", "7")).isEqualTo("partner-body-unfit");
        assertThat(reason("none", "{}")).isEqualTo("mapping-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "\u0000"})
    void whatIsNoJsonGoesBackToTheSender(String body) {
        assertThat(CHANNEL.read(arrival("zendesk", body, null)))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class, invalid -> assertThat(invalid.malformed()).isTrue());
    }

    @Test
    void noBytesWhateverMakeItThrow() {
        Random random = new Random(7);
        for (String mapping : SHIPPED) {
            byte[] good = sample(mapping).getBytes(StandardCharsets.UTF_8);
            for (int round = 0; round < 200; round++) {
                byte[] bytes = good.clone();
                for (int i = 0; i < 1 + round % 10; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                String body = new String(bytes, StandardCharsets.UTF_8);
                assertThat(CHANNEL.read(arrival(mapping, body, null))).isNotNull();
            }
        }
    }

    @Test
    void aMappingThatPointsNowhereIsRefusedWhenItIsLoaded() {
        String yaml =
                """
                {name: x, version: 1, channel: partner, zone: UTC, fields: {text: "{no pointer}"}}
                """;
        PartnerMapping wrong =
                Mappings.read(
                        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                        PartnerMapping.class);
        assertThatThrownBy(() -> new PartnerReader(wrong))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String reason(String mapping, String body) {
        return CHANNEL.read(arrival(mapping, body, null)) instanceof Reading.Unclear unclear
                ? unclear.reason().value()
                : "understood";
    }

    private static Contact understood(String mapping, String body) {
        return contact(CHANNEL.read(arrival(mapping, body, null)));
    }

    private static Contact contact(Reading reading) {
        if (reading instanceof Reading.Understood(Contact contact, _)) {
            return contact;
        }
        throw new AssertionError("Not understood: " + reading);
    }

    private static Arrival arrival(String mapping, String body, String told) {
        return new Arrival(
                KEY,
                told,
                new PolicyName(mapping),
                new MediaTypeName("application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                NOW);
    }

    private static PartnerMapping mapping(String name) {
        return resource(
                "/partners/" + name + ".yaml", yaml -> Mappings.read(yaml, PartnerMapping.class));
    }

    private static String sample(String name) {
        return resource(
                "/partners/" + name + ".json",
                json -> new String(json.readAllBytes(), StandardCharsets.UTF_8));
    }

    private interface Use<T> {
        T of(InputStream in) throws IOException;
    }

    private static <T> T resource(String path, Use<T> use) {
        try (InputStream in = PartnerChannelTest.class.getResourceAsStream(path)) {
            return use.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
