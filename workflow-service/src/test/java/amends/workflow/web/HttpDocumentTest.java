package amends.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.document.HttpDocument;
import amends.contracts.wire.Wire;
import amends.workflow.view.BoardRow;
import amends.workflow.view.CaseDetails;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The OpenAPI document says what this service does.
class HttpDocumentTest {

    private static final String COMMAND = "POST /complaints/{idOrReference}/{command}";
    private static final HttpDocument DOCUMENT = HttpDocument.of("workflow", "amends.workflow.web");

    /// What [CaseController] puts together.
    record WholeCase(
            @JsonUnwrapped BoardRow row,
            @JsonUnwrapped CaseDetails details,
            List<CommandName> allowed) {}

    /// What [BoardController] answers, its rows as JSON already.
    record BoardPage(List<BoardRow> items, @Nullable String next, String position) {}

    /// What [WorkController] answers.
    record WorkRows(List<BoardRow> items) {}

    /// What [AwaitedController] answers of the board.
    record EscalatedRows(List<BoardRow> items) {}

    @Test
    void ofItsControllers() {
        DOCUMENT.describesItsControllers();
    }

    @Test
    void ofItsAnswers() {
        DOCUMENT.describesItsAnswers(
                Map.of(
                        "GET /complaints/{idOrReference}",
                        WholeCase.class,
                        "GET /board",
                        BoardPage.class,
                        "GET /agents/{id}/work",
                        WorkRows.class,
                        "GET /board/escalations",
                        EscalatedRows.class),
                Set.of(
                        "GET /board/stream",
                        "DELETE /complaints/{idOrReference}/viewers",
                        "GET /complaints/{idOrReference}/contacts/{contactId}/original"));
    }

    @Test
    void ofEachCommandThatIsOffered() {
        JsonNode operation = DOCUMENT.operation(COMMAND);
        assertThat(
                        operation
                                .path("parameters")
                                .valueStream()
                                .flatMap(each -> each.at("/schema/enum").valueStream())
                                .map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(CommandReader.offered());
        JsonNode bodies = operation.at("/requestBody/content/application~1json/schema/anyOf");
        Set<String> described = new TreeSet<>();
        for (JsonNode body : bodies.values()) {
            Class<?> command = command(body.path("title").asString());
            assertThat(DOCUMENT.differencesInFields(body, command))
                    .as(command.getSimpleName())
                    .isEmpty();
            described.add(body.path("title").asString());
        }
        assertThat(described).isEqualTo(new TreeSet<>(CommandReader.offered()));
    }

    @Test
    void ofACommandsBodyByAnExampleThatIsUnderstood() {
        JsonNode content = DOCUMENT.operation(COMMAND).at("/requestBody/content/application~1json");
        assertThat(content.path("examples").propertyNames())
                .containsExactlyInAnyOrderElementsOf(CommandReader.offered());
        content.path("examples")
                .propertyStream()
                .forEach(
                        example ->
                                assertThat(
                                                CommandReader.read(
                                                        example.getKey(),
                                                        Wire.write(
                                                                example.getValue().path("value"))))
                                        .isPresent());
    }

    private static Class<?> command(String name) {
        return Arrays.stream(ComplaintCommand.class.getPermittedSubclasses())
                .filter(
                        type ->
                                CommandName.of(type.asSubclass(ComplaintCommand.class))
                                        .value()
                                        .equals(name))
                .findFirst()
                .orElseThrow();
    }
}
