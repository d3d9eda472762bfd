package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import amends.contracts.wire.Wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.util.JsonFormat;

import io.cloudevents.v1.proto.CloudEvent;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

/// The conformance suite of CloudEvents beyond JSON: the XML and the Protocol Buffers format and
/// the events in YAML. That of JSON is in [EventChannelTest]; the features of HTTP and Kafka run
/// through the real doors.
class EventConformanceTest {

    private static final Path SUITE =
            Path.of(System.getProperty("amends.shared.data"), "cloudevents-conformance");

    /// Needs a list of extensions that are known with their types, and here none is; the suite
    /// allows to leave it out.
    private static final String OF_KNOWN_EXTENSIONS = "invalidExtensionWithConflictingType";

    private static final String MINIMAL =
            "{\"specversion\":\"1.0\",\"id\":\"minimal\",\"type\":\"io.cloudevents.test\","
                    + "\"source\":\"https://cloudevents.io\"}";

    /// The samples that the suite describes in words.
    private static final Map<String, JsonNode> GOLDEN =
            Map.of(
                    "minimal", golden("minimal", "{}"),
                    "minimalWithTime",
                            golden("minimalWithTime", "{\"time\":\"2018-04-05T17:31:00Z\"}"),
                    "minimalWithRelativeSource",
                            golden("minimalWithRelativeSource", "{\"source\":\"#fragment\"}"),
                    "allCore",
                            golden(
                                    "allCore",
                                    "{\"datacontenttype\":\"text/plain\",\"subject\":\"tests\","
                                        + "\"dataschema\":\"https://cloudevents.io/dataschema\","
                                        + "\"time\":\"2018-04-05T17:31:00Z\"}"),
                    "simpleTextData",
                            golden(
                                    "simpleTextData",
                                    "{\"datacontenttype\":\"text/plain\",\"data\":\"Simple"
                                            + " text\"}"),
                    "allExtensionTypes",
                            golden(
                                    "allExtensionTypes",
                                    "{\"extinteger\":10,\"extboolean\":true,\"extstring\":\"text\","
                                        + "\"extbinary\":\"TWE=\",\"exturi\":\"https://cloudevents.io\","
                                        + "\"exttimestamp\":\"2023-03-31T15:12:00Z\","
                                        + "\"exturiref\":\"//authority/path\"}"));

    private static final Map<String, List<String>> BATCHES =
            Map.of(
                    "empty", List.of(),
                    "minimal", List.of("minimal"),
                    "minimal2", List.of("minimal", "minimal"),
                    "minimalAndAllCore", List.of("minimal", "allCore"),
                    "minimalAndAllExtensionTypes", List.of("minimal", "allExtensionTypes"));

    /// One test of the suite.
    private record Case(String id, String sample, byte[] content) {}

    @TestFactory
    Stream<DynamicTest> eventsInXmlAreThoseThatTheSuiteDescribes() throws Exception {
        return tests(xml("valid-events.xml"), each -> sound(EventFormat.XML, each));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoEventInXmlIsRefused() throws Exception {
        return tests(xml("invalid-events.xml"), each -> refused(EventFormat.XML, each));
    }

    @TestFactory
    Stream<DynamicTest> batchesInXmlAreThoseThatTheSuiteDescribes() throws Exception {
        return tests(xml("valid-batches.xml"), each -> soundBatch(EventFormat.XML, each));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoBatchInXmlIsRefused() throws Exception {
        return tests(xml("invalid-batches.xml"), each -> refusedBatch(EventFormat.XML, each));
    }

    @TestFactory
    Stream<DynamicTest> eventsInProtocolBuffersAreThoseThatTheSuiteDescribes() throws Exception {
        return tests(
                protobuf("valid-events.json", "validSingle"),
                each -> sound(EventFormat.PROTOBUF, each));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoEventInProtocolBuffersIsRefused() throws Exception {
        return tests(
                protobuf("invalid-events.json", "invalidSingle"),
                each -> refused(EventFormat.PROTOBUF, each));
    }

    @TestFactory
    Stream<DynamicTest> batchesInProtocolBuffersAreThoseThatTheSuiteDescribes() throws Exception {
        return tests(
                protobuf("valid-batches.json", "validBatch"),
                each -> soundBatch(EventFormat.PROTOBUF, each));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoBatchInProtocolBuffersIsRefused() throws Exception {
        return tests(
                protobuf("invalid-batches.json", "invalidBatch"),
                each -> refusedBatch(EventFormat.PROTOBUF, each));
    }

    /// In binary and in structured mode, unless the event says in which; those of version 0.3 are
    /// refused for that.
    @Test
    void theEventsInYamlAreUnderstood() throws Exception {
        assumeThat(SUITE).as("conformance suite").exists();
        int sound = 0;
        int old = 0;
        for (JsonNode event : yaml()) {
            for (byte[] structured : modes(event)) {
                Reading reading = read(EventFormat.JSON, structured);
                JsonNode told = event.path("ContextAttributes");
                if (told.path("specversion").asString().equals("1.0")) {
                    assertThat(reading).isInstanceOf(Reading.Unclear.class);
                    JsonNode read = EventFormat.JSON.event(structured);
                    attributes(told)
                            .forEach(
                                    (name, value) ->
                                            assertThat(read.path(name).asString())
                                                    .isEqualTo(value));
                    assertThat(isData(read, event.path("Data").asString().strip())).isTrue();
                    sound++;
                } else {
                    assertThat(reading)
                            .isInstanceOfSatisfying(
                                    Reading.Invalid.class,
                                    refused ->
                                            assertThat(refused.faults())
                                                    .extracting(Fault::pointer)
                                                    .containsExactly("/specversion"));
                    old++;
                }
            }
        }
        assertThat(sound).isEqualTo(14);
        assertThat(old).isEqualTo(14);
    }

    @Test
    void nothingOutsideOfADocumentIsReadAndNothingBrokenThrows() {
        for (String xml :
                List.of(
                        "<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                                + "<ce:event xmlns:ce=\"http://cloudevents.io/xmlformat/V1\""
                                + " specversion=\"1.0\"><ce:id>&x;</ce:id></ce:event>",
                        "",
                        "<",
                        "<a/>",
                        "\u0000")) {
            assertThat(read(EventFormat.XML, xml.getBytes(StandardCharsets.UTF_8)))
                    .as(xml)
                    .isInstanceOfSatisfying(
                            Reading.Invalid.class,
                            refused -> assertThat(refused.malformed()).isTrue());
        }
        java.util.Random random = new java.util.Random(11);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            assertThat(read(EventFormat.PROTOBUF, noise)).isInstanceOf(Reading.Invalid.class);
        }
    }

    @Test
    void aComplaintInXmlOrProtocolBuffersIsTheSameAsInJson() throws Exception {
        String json = PostedSamples.recorded("events.json");
        String xml =
                """
                <event xmlns="http://cloudevents.io/xmlformat/V1"
                       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" specversion="1.0">
                  <id>e-41</id><source>/shops/tokyo</source><type>amends.complaint.submitted</type>
                  <time>2026-03-31T12:00:00Z</time><datacontenttype>application/json</datacontenttype>
                  <data xsi:type="xs:string">{"text":"It leaks","customer":{"email":"ada@example.org"}}</data>
                </event>
                """;
        CloudEvent.Builder message = CloudEvent.newBuilder();
        JsonFormat.parser()
                .merge(
                        """
                        {"specVersion":"1.0","id":"e-41","source":"/shops/tokyo",
                         "type":"amends.complaint.submitted",
                         "attributes":{"time":{"ceTimestamp":"2026-03-31T12:00:00Z"},
                          "datacontenttype":{"ceString":"application/json"}},
                         "textData":"{\\"text\\":\\"It leaks\\",\\"customer\\":{\\"email\\":\\"ada@example.org\\"}}"}
                        """,
                        message);
        var expected =
                Channels.understood(read(EventFormat.JSON, json.getBytes(StandardCharsets.UTF_8)));
        for (Reading reading :
                List.of(
                        read(EventFormat.XML, xml.getBytes(StandardCharsets.UTF_8)),
                        read(EventFormat.PROTOBUF, message.build().toByteArray()))) {
            assertThat(Channels.understood(reading).content()).isEqualTo(expected.content());
            assertThat(Channels.understood(reading).complaintId())
                    .isEqualTo(expected.complaintId());
        }
    }

    private interface Check {
        void of(Case test) throws Exception;
    }

    private static Stream<DynamicTest> tests(List<Case> cases, Check check) {
        assertThat(cases).isNotEmpty();
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.id(), () -> check.of(each)));
    }

    private static void sound(EventFormat format, Case test) throws Exception {
        assertThat(read(format, test.content())).isInstanceOf(Reading.Unclear.class);
        JsonNode event = format.event(test.content());
        switch (test.id()) {
            case "validBinaryData" ->
                    assertThat(event.path("data_base64").asString()).isEqualTo("AQID");
            case "validXmlData" ->
                    assertThat(event.path("data").asString())
                            .matches(
                                    "(?s)<test (?:xmlns=\"\""
                                            + " )?attr=\"x\">\\s+Text<nested>.*</test>");
            default -> assertThat(event).isEqualTo(GOLDEN.get(test.sample()));
        }
    }

    private static void refused(EventFormat format, Case test) {
        assumeThat(test.id())
                .as("known extensions are no concept here")
                .isNotEqualTo(OF_KNOWN_EXTENSIONS);
        assertThat(read(format, test.content()))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> {
                            assertThat(invalid.malformed()).isTrue();
                            assertThat(invalid.faults()).isNotEmpty();
                        });
    }

    private static void soundBatch(EventFormat format, Case test) throws Exception {
        List<JsonNode> expected =
                BATCHES.get(test.sample()).stream().<JsonNode>map(GOLDEN::get).toList();
        assertThat(List.<JsonNode>copyOf(format.batch(test.content()))).isEqualTo(expected);
    }

    private static void refusedBatch(EventFormat format, Case test) {
        boolean refused;
        try {
            refused =
                    format.batch(test.content()).stream()
                            .anyMatch(event -> !EventRules.faults(event).isEmpty());
        } catch (UnfitEvent e) {
            refused = true;
        }
        assertThat(refused).isTrue();
    }

    private static Reading read(EventFormat format, byte[] event) {
        return Channels.EVENTS.read(Channels.arrival(format.mediaType().value(), event));
    }

    private static List<Case> xml(String file) throws Exception {
        assumeThat(SUITE).as("conformance suite").exists();
        DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
        documents.setNamespaceAware(true);
        Element root =
                documents
                        .newDocumentBuilder()
                        .parse(SUITE.resolve("format/xml/" + file).toFile())
                        .getDocumentElement();
        List<Case> cases = new ArrayList<>();
        for (Element test : elements(root)) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(elements(test).getFirst()), new StreamResult(content));
            cases.add(
                    new Case(
                            test.getAttribute("id"),
                            test.getAttribute("sampleId"),
                            content.toByteArray()));
        }
        return cases;
    }

    private static List<Element> elements(Node parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static List<Case> protobuf(String file, String member) throws Exception {
        assumeThat(SUITE).as("conformance suite").exists();
        List<Case> cases = new ArrayList<>();
        for (JsonNode test :
                Wire.mapper()
                        .readTree(Files.readString(SUITE.resolve("format/protobuf/" + file)))
                        .path("tests")) {
            JsonNode told = test.path(member);
            cases.add(
                    new Case(
                            test.path("id").asString(),
                            test.path("sampleId").asString(""),
                            told.has("events") ? batch(told.path("events")) : message(told)));
        }
        return cases;
    }

    private static byte[] message(JsonNode event) throws Exception {
        CloudEvent.Builder message = CloudEvent.newBuilder();
        JsonFormat.parser().merge(event.toString(), message);
        return message.build().toByteArray();
    }

    private static byte[] batch(JsonNode events) throws Exception {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(batch);
        for (JsonNode event : events) {
            out.writeBytes(1, ByteString.copyFrom(message(event)));
        }
        out.flush();
        return batch.toByteArray();
    }

    private static JsonNode golden(String id, String more) {
        ObjectNode event = (ObjectNode) Wire.mapper().readTree(MINIMAL);
        event.put("id", id);
        event.setAll((ObjectNode) Wire.mapper().readTree(more));
        return event;
    }

    private static List<JsonNode> yaml() throws Exception {
        List<JsonNode> events = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SUITE.resolve("yaml"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                new YAMLMapper()
                        .readerFor(JsonNode.class)
                        .<JsonNode>readValues(Files.readString(file))
                        .forEachRemaining(events::add);
            }
        }
        return events;
    }

    private static List<byte[]> modes(JsonNode event) {
        JsonNode told = event.path("ContextAttributes");
        String data = event.path("Data").asString().strip();
        String mode = event.path("Mode").asString("");
        List<byte[]> modes = new ArrayList<>();
        if (!mode.equals("structured")) {
            Map<String, String> headers = new HashMap<>();
            attributes(told)
                    .forEach((name, value) -> headers.put("ce-" + name, value.replace("%", "%25")));
            String type = headers.remove("ce-datacontenttype");
            modes.add(EventForms.structured(headers, type, data.getBytes(StandardCharsets.UTF_8)));
        }
        if (!mode.equals("binary")) {
            ObjectNode structured = Wire.mapper().createObjectNode();
            attributes(told).forEach(structured::put);
            structured.put("data", data);
            modes.add(Wire.write(structured));
        }
        return modes;
    }

    private static Map<String, String> attributes(JsonNode told) {
        Map<String, String> attributes = new HashMap<>();
        told.properties().stream()
                .filter(each -> !each.getValue().isObject())
                .forEach(each -> attributes.put(each.getKey(), each.getValue().asString()));
        told.path("Extensions")
                .properties()
                .forEach(each -> attributes.put(each.getKey(), each.getValue().asString()));
        return attributes;
    }

    private static boolean isData(JsonNode event, String expected) {
        if (event.has("data_base64")) {
            byte[] bytes =
                    java.util.Base64.getDecoder().decode(event.path("data_base64").asString());
            return new String(bytes, StandardCharsets.UTF_8).equals(expected);
        }
        JsonNode data = event.path("data");
        return (data.isString() && data.stringValue().equals(expected))
                || data.equals(Wire.mapper().readTree(expected));
    }
}
