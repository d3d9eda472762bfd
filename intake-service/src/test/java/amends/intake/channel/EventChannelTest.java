package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.MenuName;
import amends.contracts.contact.SourceName;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class EventChannelTest {

    private static final String EVENT =
            """
            {"specversion":"1.0","id":"e-1","source":"/shops/tokyo","type":"amends.complaint.submitted",
             "time":"2026-03-31T12:00:00Z","data":{"id":"ignored","source":"ignored","text":"It leaks"}}
            """;

    @Test
    void anObjectThatIsNotCalledJsonIsRefusedAndThrowsNothing() {
        Reading reading =
                Channels.EVENTS.read(
                        Channels.arrival(
                                "application/cloudevents+json",
                                """
                                {"specversion":"1.0","id":"1","source":"/s",
                                 "type":"amends.complaint.submitted",
                                 "datacontenttype":"Application/other","data":{"text":"x"}}
                                """));
        assertThat(reading).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void sourceAndIdOfTheEventAreTheIdentity() {
        Contact contact = Channels.understood(read(EVENT));
        assertThat(contact.content().id())
                .isEqualTo(ContactId.derive(new SourceName("/shops/tokyo"), "e-1"));
        assertThat(contact.content().occurredAt()).isEqualTo("2026-03-31T12:00:00Z");
        assertThat(contact.content().channel().value()).isEqualTo("partner");
    }

    @Test
    void anUnknownTypeIsKeptWhole() {
        assertThat(read(EVENT.replace("amends.complaint.submitted", "com.example.other")))
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear ->
                                assertThat(unclear.reason().value())
                                        .isEqualTo("event-type-unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type"})
    void eachNeededAttributeIsNeeded(String attribute) {
        ObjectNode event = (ObjectNode) Wire.mapper().readTree(EVENT);
        event.remove(attribute);
        assertThat(pointers(event)).containsExactly("/" + attribute);
        event.put(attribute, "");
        assertThat(pointers(event)).contains("/" + attribute);
        event.put(attribute, 7);
        assertThat(pointers(event)).contains("/" + attribute);
        event.putNull(attribute);
        assertThat(pointers(event)).containsExactly("/" + attribute);
    }

    @Test
    void faultsOfTheComplaintPointIntoTheData() {
        assertThat(pointers(Wire.mapper().readTree(EVENT.replace("\"It leaks\"", "7"))))
                .containsExactly("/data/text");
    }

    @Test
    void theMenusThatTheCustomerWentThroughAreKeptInOrder() {
        String call =
                EVENT.replace("\"It leaks\"", "\"It leaks\",\"menus\":[\"main\",\" ＩＶＲ 2\",\"\"]");
        assertThat(Channels.understood(read(call)).content().menus())
                .containsExactly(new MenuName("main"), new MenuName("IVR 2"));
        assertThat(Channels.understood(read(EVENT)).content().menus()).isNull();
        assertThat(pointers(Wire.mapper().readTree(call.replace("\"main\"", "7"))))
                .containsExactly("/data/menus/0");
    }

    @Test
    void binaryModeBecomesTheSameEvent() {
        byte[] structured =
                EventForms.structured(
                        Map.of(
                                "CE-Specversion", "1.0",
                                "ce-id", "e-1",
                                "ce-source", "/shops/tokyo",
                                "ce-type", "amends.complaint.submitted",
                                "ce-subject", "\"%E6%9D%B1%E4%BA%AC+a\"",
                                "Accept", "*/*"),
                        "application/json; charset=utf-8",
                        "{\"text\":\"It leaks\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(Wire.mapper().readTree(structured).path("subject").asString()).isEqualTo("東京+a");
        Contact contact =
                Channels.understood(
                        Channels.EVENTS.read(
                                Channels.arrival("application/cloudevents+json", structured)));
        assertThat(contact.content().id())
                .isEqualTo(Channels.understood(read(EVENT)).content().id());
    }

    @Test
    void dataThatIsNestedAsDeepAsJsonMayBeIsReadInBinaryModeToo() {
        String data = "{\"text\":\"It leaks\",\"x\":" + "[".repeat(499) + "]".repeat(499) + "}";
        byte[] structured =
                EventForms.structured(
                        Map.of(
                                "ce-specversion", "1.0",
                                "ce-id", "1",
                                "ce-source", "/s",
                                "ce-type", EventChannel.SUBMITTED),
                        "application/json",
                        data.getBytes(StandardCharsets.UTF_8));
        Contact contact =
                Channels.understood(
                        Channels.EVENTS.read(
                                Channels.arrival("application/cloudevents+json", structured)));
        assertThat(contact.content().text().value()).isEqualTo("It leaks");
    }

    @Test
    void theConformanceSuiteAgrees() throws Exception {
        Path folder =
                Path.of(
                        System.getProperty("amends.shared.data"),
                        "cloudevents-conformance/format/json");
        assumeThat(folder).as("conformance suite").exists();
        List<String> disagreed = new ArrayList<>();
        for (JsonNode test : tests(folder, "valid-events.json")) {
            if (isRefused(test.path("event"))) {
                disagreed.add(test.path("id").asString());
            }
        }
        for (JsonNode test : tests(folder, "invalid-events.json")) {
            if (!isRefused(test.path("event"))) {
                disagreed.add(test.path("id").asString());
            }
        }
        for (JsonNode test : tests(folder, "valid-batches.json")) {
            if (test.path("batch").valueStream().anyMatch(EventChannelTest::isRefused)) {
                disagreed.add(test.path("id").asString());
            }
        }
        for (JsonNode test : tests(folder, "invalid-batches.json")) {
            if (test.path("batch").isArray()
                    && test.path("batch").valueStream().noneMatch(EventChannelTest::isRefused)) {
                disagreed.add(test.path("id").asString());
            }
        }
        assertThat(disagreed).isEmpty();
    }

    private static Iterable<JsonNode> tests(Path folder, String file) throws Exception {
        JsonNode tests =
                Wire.mapper().readTree(Files.readString(folder.resolve(file))).path("tests");
        assertThat(tests.size()).isPositive();
        return tests;
    }

    private static boolean isRefused(JsonNode event) {
        return read(event.toString()) instanceof Reading.Invalid(boolean malformed, var faults)
                && malformed
                && !faults.isEmpty();
    }

    private static List<String> pointers(JsonNode event) {
        return read(event.toString())
                        instanceof Reading.Invalid(boolean malformed, List<Fault> faults)
                ? faults.stream().map(Fault::pointer).toList()
                : List.of();
    }

    private static Reading read(String event) {
        return Channels.EVENTS.read(Channels.arrival("application/cloudevents+json", event));
    }
}
