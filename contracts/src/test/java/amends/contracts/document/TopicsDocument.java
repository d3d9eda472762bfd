package amends.contracts.document;

import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.apache.kafka.common.header.Header;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The AsyncAPI document of all topics, made from [Topics], the sealed vocabularies, their Javadoc
/// and their approved samples.
final class TopicsDocument {

    private static final String ABOUT =
            """
            Everything that crosses a Kafka topic of the platform. Records follow the CloudEvents 1.0 \
            Kafka binding in binary mode: what happened is told by headers, the value is JSON. Names \
            and fields are for ever: fields may be added, so readers skip what they don't know; \
            absent values are left out. Schemas marked `x-personal` hold personal data. Records that \
            a consumer could not process go to the topic named by `x-dead-letters`.\
            """;

    private static final String HEADERS = "CloudEventHeaders";
    private static final Set<String> BY_TYPE = Set.of("ce_type", "ce_source");
    private static final Set<String> BY_RECORD = Set.of("ce_id", "ce_time", "ce_subject");

    private final Descriptions descriptions;
    private final Schemas schemas;
    private final ObjectNode document = Wire.mapper().createObjectNode();
    private final ObjectNode channels;
    private final ObjectNode messages;
    private final Set<ObjectNode> headers = new LinkedHashSet<>();

    TopicsDocument(Descriptions descriptions) {
        this.descriptions = descriptions;
        this.schemas = new Schemas(descriptions);
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Amends: topics")
                .put("version", "0.1.0")
                .put("description", ABOUT);
        document.put("defaultContentType", "application/json");
        channels = document.putObject("channels");
        messages = document.putObject("components").putObject("messages");
    }

    ObjectNode whole() {
        Topics.all().forEach(this::add);
        ObjectNode named = ((ObjectNode) document.get("components")).putObject("schemas");
        if (headers.size() != 1) {
            throw new AssertionError("Records have different headers: " + headers);
        }
        named.set(HEADERS, headers.iterator().next());
        schemas.components().forEach(named::set);
        return document;
    }

    private void add(Topic<?> topic) {
        String channel = topic.name().replaceFirst("^amends\\.", "");
        ObjectNode described = channels.putObject(channel);
        described.put("address", topic.name());
        described.put("description", descriptions.of(topic.type()));
        ObjectNode offered = described.putObject("messages");
        vocabulary(topic.type())
                .ifPresentOrElse(
                        part ->
                                Arrays.stream(part.getType().getPermittedSubclasses())
                                        .forEach(member -> offer(offered, topic, part, member)),
                        () -> offer(offered, topic, sample("Message", topic.type()), topic.type()));
        described.set("bindings", bindings(topic));
        if (Topics.hasDeadLetters(topic)) {
            described.put("x-dead-letters", Topics.deadLetters(topic));
        }
    }

    /// The component of an envelope that says what happened.
    private static Optional<RecordComponent> vocabulary(Class<?> envelope) {
        return Arrays.stream(envelope.getRecordComponents())
                .filter(component -> component.getType().isSealed())
                .findFirst();
    }

    private void offer(ObjectNode offered, Topic<?> topic, RecordComponent part, Class<?> member) {
        ObjectNode sample = sample("Message", topic.type());
        sample.set(part.getName(), sample(part.getType().getSimpleName(), member));
        ObjectNode message = offer(offered, topic, sample, member);
        ObjectNode payload = Wire.mapper().createObjectNode();
        payload.putArray("allOf").add(schemas.of(topic.type()));
        payload.putObject("properties").set(part.getName(), schemas.of(member));
        message.set("payload", payload);
    }

    private ObjectNode offer(
            ObjectNode offered, Topic<?> topic, ObjectNode sample, Class<?> described) {
        Message read = Wire.read(Wire.write(sample), topic.type());
        String component = component(read, topic);
        ObjectNode message = messages.putObject(component);
        message.put("name", CloudEventHeaders.TYPE_PREFIX + read.type());
        message.put("title", read.type());
        if (!descriptions.of(described).isEmpty()) {
            message.put("summary", descriptions.of(described));
        }
        message.put("contentType", "application/json");
        message.set("headers", headers(read, topic));
        message.set("payload", schemas.of(topic.type()));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").putArray("examples").add(read.key());
        kafka.put("bindingVersion", "0.5.0");
        message.putArray("examples").addObject().set("payload", sample);
        offered.putObject(read.type()).put("$ref", "#/components/messages/" + component);
        return message;
    }

    /// A message that is on two topics is described once for each.
    private String component(Message message, Topic<?> topic) {
        return messages.has(message.type())
                ? message.type()
                        + Arrays.stream(topic.name().split("[.-]", -1))
                                .skip(1)
                                .map(
                                        word ->
                                                Character.toUpperCase(word.charAt(0))
                                                        + word.substring(1))
                                .collect(Collectors.joining())
                : message.type();
    }

    /// All records have the same headers; what differs from type to type is told apart.
    private ObjectNode headers(Message message, Topic<?> topic) {
        ObjectNode schema = Wire.mapper().createObjectNode();
        schema.putArray("allOf").addObject().put("$ref", "#/components/schemas/" + HEADERS);
        ObjectNode own = schema.putObject("properties");
        ObjectNode all = Wire.mapper().createObjectNode();
        ObjectNode common = all.put("type", "object").putObject("properties");
        ArrayNode required = all.putArray("required");
        for (Header header : CloudEventHeaders.of(message, topic.name())) {
            String value = new String(header.value(), StandardCharsets.UTF_8);
            ObjectNode property = common.putObject(header.key()).put("type", "string");
            if (BY_TYPE.contains(header.key())) {
                own.putObject(header.key()).put("const", value);
            } else if (!BY_RECORD.contains(header.key())) {
                property.put("const", value);
            }
            required.add(header.key());
        }
        headers.add(all);
        if (topic.equals(Topics.CONTACTS)) {
            own.putObject(CloudEventHeaders.REPLY_TO)
                    .put("type", "string")
                    .put("description", descriptionOfReplyTo());
        }
        return schema;
    }

    private static String descriptionOfReplyTo() {
        return "Asks the reader to answer on %s under this correlation id"
                .formatted(Topics.OUTCOMES.name());
    }

    private static ObjectNode bindings(Topic<?> topic) {
        ObjectNode bindings = Wire.mapper().createObjectNode();
        ObjectNode kafka = bindings.putObject("kafka").put("topic", topic.name());
        ObjectNode settings = kafka.putObject("topicConfiguration");
        topic.definition(1)
                .configs()
                .forEach(
                        (name, value) -> {
                            if (name.equals("cleanup.policy")) {
                                settings.putArray(name).add(value);
                            } else {
                                settings.put(name, Long.parseLong(value));
                            }
                        });
        kafka.put("bindingVersion", "0.5.0");
        return bindings;
    }

    private static ObjectNode sample(String family, Class<?> type) {
        String path = "/approved/" + family + "/" + type.getSimpleName() + ".json";
        try (InputStream in = TopicsDocument.class.getResourceAsStream(path)) {
            JsonNode sample = Wire.mapper().readTree(in);
            return (ObjectNode) sample;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
