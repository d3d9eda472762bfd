package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.access.Role;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.net.http.HttpResponse;
import java.time.Duration;

/// Who is there, who gets the next complaint, and what is noted about whom.
@ExtendWith(SharedWorkflow.class)
class AgentsIT {

    private final RunningWorkflow workflow;

    AgentsIT(RunningWorkflow workflow) {
        this.workflow = workflow;
    }

    @Test
    void aCoachingNoteIsReadBySupervisorsAndTheAgentHimselfAlone() {
        String path = "/agents/garcia/coaching-notes";
        String note = "{\"text\":\"A fine apology\",\"about\":\"%s\"}".formatted(COACHED);
        String[] supervisor = Callers.known("tanaka", Role.SUPERVISOR);
        String[] himself = Callers.known("garcia", Role.AGENT);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> written = workflow.post(path, note, supervisor);
            assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        }
        assertThat(workflow.post(path, note, himself).statusCode()).isEqualTo(403);
        assertThat(workflow.post(path, "{\"text\":\" \"}", supervisor).statusCode()).isEqualTo(422);

        JsonNode items = Wire.mapper().readTree(workflow.get(path, himself).body()).path("items");
        assertThat(items).hasSize(1);
        assertThat(items.at("/0/text").asString()).isEqualTo("A fine apology");
        assertThat(items.at("/0/about").asString()).isEqualTo(COACHED);
        assertThat(items.at("/0/by/name").asString()).isEqualTo("tanaka");
        assertThat(workflow.get(path, Callers.known("smith", Role.AGENT)).statusCode())
                .isEqualTo(404);
        assertThat(workflow.read(Topics.COACHING))
                .extracting(each -> each.agent().value())
                .containsOnlyOnce("garcia");
    }

    private static final String COACHED = Contacts.complaint("coached").reference().toString();

    @Test
    void anAgentWhoGoesIsSeenAsAbsent() {
        String agent = workflow.getJson("/agents").at("/items/0/id").asString();
        assertThat(workflow.getJson("/agents").at("/items/0/present").asBoolean()).isTrue();

        assertThat(
                        workflow.put("/agents/" + agent + "/presence", "{\"present\":false}")
                                .statusCode())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !workflow.getJson("/agents").at("/items/0/present").asBoolean());
        workflow.put("/agents/" + agent + "/presence", "{\"present\":true}");
        assertThat(workflow.put("/agents/nobody/presence", "{\"present\":true}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAgentWhoIsAwayIsSeenAsSuch() {
        assertThat(workflow.put("/agents/wang/presence", "{\"presence\":\"AWAY\"}").statusCode())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> membership("wang").path("presence").asString().equals("AWAY"));
        assertThat(membership("wang").path("onShift").asBoolean()).isTrue();
        assertThat(workflow.put("/agents/wang/presence", "{}").statusCode()).isEqualTo(400);
        workflow.put("/agents/wang/presence", "{\"presence\":\"PRESENT\"}");
    }

    private JsonNode membership(String agent) {
        return workflow.getJson("/agents")
                .path("items")
                .valueStream()
                .filter(row -> row.path("id").asString().equals(agent))
                .findFirst()
                .orElseThrow()
                .at("/pools/0");
    }

    @Test
    void whoAsksForTheNextComplaintGetsItOrHearsWhyThereIsNone() {
        publishPoolOfOneWhoAsks();
        ComplaintId id = Contacts.complaint("asked-for");
        workflow.send(
                Topics.CONTACTS,
                Contacts.contact("asked-for", "asked-for-1", "Only a feature request"));
        assertThat(workflow.caseWith(id, 6).has("owner")).isFalse();

        JsonNode given = await().until(this::next, next -> next.has("complaintId"));
        assertThat(given.path("complaintId").asString()).isEqualTo(id.value());
        assertThat(workflow.caseWith(id, 7).path("owner").asString()).isEqualTo("kimura");
        assertThat(next().path("why").asString()).isEqualTo("NO_ROOM");
        assertThat(workflow.post("/agents/nobody/next", "").statusCode()).isEqualTo(404);
    }

    private void publishPoolOfOneWhoAsks() {
        JsonNode routing = workflow.getJson("/policies/routing").path("body").deepCopy();
        ((ArrayNode) routing.path("pools"))
                .add(
                        Wire.mapper()
                                .readTree(
                                        """
                                        {"pool": "asking", "agents": [{"id": "kimura",
                                         "skills": {"lang:en": 2}, "capacity": 1, "takes": "PULL"}]}
                                        """));
        ((ArrayNode) routing.path("rules"))
                .insert(
                        0,
                        Wire.mapper()
                                .readTree(
                                        """
                                        {"rule": "wishes", "when": {"factors": ["wish"]},
                                         "queue": "wishes", "pool": "asking"}
                                        """));
        HttpResponse<String> accepted = workflow.put("/policies/routing", routing.toString());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    }

    private JsonNode next() {
        return Wire.mapper().readTree(workflow.post("/agents/kimura/next", "").body());
    }
}
