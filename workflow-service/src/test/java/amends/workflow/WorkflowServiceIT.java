package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

class WorkflowServiceIT {

    @TempDir static Path stateDir;

    private static RunningWorkflow workflow;

    @BeforeAll
    static void start() {
        workflow = new RunningWorkflow(stateDir);
    }

    @AfterAll
    static void stop() {
        workflow.close();
    }

    @Test
    void aContactBecomesACaseThatCommandsChange() {
        ComplaintId id = Contacts.complaint("walk");
        workflow.send(Topics.CONTACTS, Contacts.contact("walk"));
        JsonNode before = caseWith(id, 7);
        assertThat(before.path("owner").asString()).isNotEmpty();
        assertThat(before.path("contacts")).hasSize(1);

        HttpResponse<String> answer =
                workflow.post(
                        "/complaints/" + id.reference() + "/reply",
                        "{\"text\":\"We are sorry\"}",
                        "Amends-Actor",
                        "agent:sato",
                        "If-Match",
                        "\"7\"");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode after = Wire.mapper().readTree(answer.body());
        assertThat(after.path("version").asLong()).isGreaterThan(7);
        assertThat(after.path("status").asString()).isNotEmpty();
        assertThat(
                        caseWith(id, after.path("version").asLong())
                                .path("timeline")
                                .get(7)
                                .path("type")
                                .asString())
                .isEqualTo("ReplySent");
    }

    @Test
    void aCommandForAnotherVersionIsStale() {
        ComplaintId id = Contacts.complaint("stale");
        workflow.send(Topics.CONTACTS, Contacts.contact("stale"));
        caseWith(id, 7);

        HttpResponse<String> answer =
                workflow.post(
                        "/complaints/" + id + "/reply", "{\"text\":\"x\"}", "If-Match", "\"3\"");

        assertThat(answer.statusCode()).isEqualTo(409);
        JsonNode problem = Wire.mapper().readTree(answer.body());
        assertThat(problem.path("rule").asString()).isEqualTo("STALE_VERSION");
        assertThat(problem.path("version").asLong()).isEqualTo(7);
        assertThat(problem.path("allowed")).isNotEmpty();
    }

    @Test
    void aCommandAgainstTheProcedureIsRefused() {
        ComplaintId id = Contacts.complaint("refused");
        workflow.send(Topics.CONTACTS, Contacts.contact("refused"));
        caseWith(id, 7);

        HttpResponse<String> answer = workflow.post("/complaints/" + id + "/accept-proposal", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(Wire.mapper().readTree(answer.body()).path("rule").asString())
                .isEqualTo("NO_OPEN_PROPOSAL");
    }

    private static JsonNode caseWith(ComplaintId id, long version) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> workflow.getJson("/complaints/" + id),
                        json -> json.path("version").asLong() >= version);
    }
}
