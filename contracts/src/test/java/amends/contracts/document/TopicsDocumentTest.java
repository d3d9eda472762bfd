package amends.contracts.document;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.wire.Topics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The AsyncAPI document that the gateway hands out is what the code says. After a change of the
/// contracts, `mvn test -pl contracts -Dtest=TopicsDocumentTest -Dapprove` writes it anew; look at
/// the difference before committing it.
class TopicsDocumentTest {

    private static final Path APPROVED =
            Path.of("../gateway/src/main/resources/document/asyncapi.yaml");
    private static final ObjectNode MADE =
            new TopicsDocument(new Descriptions(List.of(Path.of("src/main/java")))).whole();

    static Stream<String> messages() {
        return MADE.at("/components/messages").propertyNames().stream();
    }

    @Test
    void whatIsHandedOutIsWhatTheCodeSays() throws IOException {
        if (System.getProperty("approve") != null) {
            Files.writeString(APPROVED, Yaml.write(MADE));
        }
        assertThat(Yaml.write(Yaml.read(APPROVED))).isEqualTo(Yaml.write(MADE));
    }

    @Test
    void everyTopicIsAChannel() {
        assertThat(MADE.path("channels").valueStream().map(each -> each.path("address").asString()))
                .containsExactlyElementsOf(
                        Topics.all().stream().map(topic -> topic.name()).toList());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void itsApprovedSampleFits(String name) {
        JsonNode message = message(name);
        assertThat(new Fit(MADE).faults(message.path("payload"), sample(message))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aSampleThatLacksOrMistakesSomethingDoesNotFit(String name) {
        JsonNode message = message(name);
        assertThat(envelope(message).path("required")).isNotEmpty();
        for (JsonNode required : envelope(message).path("required").values()) {
            ObjectNode lacking = sample(message).deepCopy();
            lacking.remove(required.asString());
            assertThat(new Fit(MADE).faults(message.path("payload"), lacking)).isNotEmpty();
        }
        ObjectNode mistaken = sample(message).deepCopy();
        mistaken.put("at", "soon").put("publishedAt", 1).put("computedAt", 1).put("content", 1);
        assertThat(new Fit(MADE).faults(message.path("payload"), mistaken)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void itIsExplained(String name) {
        assertThat(name).matches("[A-Z][A-Za-z]+");
        assertThat(envelope(message(name)).path("description").asString()).isNotBlank();
    }

    private static JsonNode message(String name) {
        return MADE.at("/components/messages/" + name);
    }

    /// The schema of a message's record as a whole.
    private static JsonNode envelope(JsonNode message) {
        JsonNode payload = message.path("payload");
        String reference = payload.path("$ref").asString(payload.at("/allOf/0/$ref").asString(""));
        return MADE.at(reference.substring(1));
    }

    private static ObjectNode sample(JsonNode message) {
        return (ObjectNode) message.at("/examples/0/payload");
    }
}
