package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Policies come into force, are kept, and are tried on the past first.
@ExtendWith(SharedWorkflow.class)
class PoliciesIT {

    private final RunningWorkflow workflow;

    PoliciesIT(RunningWorkflow workflow) {
        this.workflow = workflow;
    }

    @Test
    void everyVersionOfAPolicyIsKeptAndNobodyPublishesOverAnother() {
        JsonNode typology = workflow.getJson("/policies/typology");
        int seen = typology.path("version").asInt();
        ObjectNode other = typology.path("body").deepCopy().asObject();
        other.put("recognisedFrom", 20);
        String[] ifMatch = {"If-Match", "\"" + seen + "\""};
        assertThat(workflow.put("/policies/typology", other.toString(), ifMatch).statusCode())
                .isEqualTo(200);
        assertThat(workflow.put("/policies/typology", other.toString(), ifMatch).statusCode())
                .isEqualTo(412);
        String[] none = {"If-Match", "\"0\""};
        assertThat(workflow.put("/policies/typology", other.toString(), none).statusCode())
                .as("there is one")
                .isEqualTo(412);
        String always = workflow.getJson("/policies/calendar.always").path("body").toString();
        assertThat(workflow.put("/policies/calendar.new", always, none).statusCode())
                .isEqualTo(200);
        assertThat(workflow.put("/policies/calendar.new", always, none).statusCode())
                .isEqualTo(412);
        for (String unclear : List.of("*", "3x")) {
            assertThat(
                            workflow.put(
                                            "/policies/typology",
                                            other.toString(),
                                            "If-Match",
                                            unclear)
                                    .statusCode())
                    .as(unclear)
                    .isEqualTo(400);
        }

        assertThat(
                        workflow.getJson("/policies/typology/versions")
                                .path("items")
                                .valueStream()
                                .map(each -> each.path("version").asInt()))
                .startsWith(seen + 1, seen);
        assertThat(workflow.getJson("/policies/typology/versions/" + seen)).isEqualTo(typology);
        assertThat(workflow.get("/policies/typology/versions/999").statusCode()).isEqualTo(404);
        assertThat(workflow.get("/policies/nothing/versions").statusCode()).isEqualTo(404);
        workflow.put("/policies/typology", typology.path("body").toString());
    }

    @Test
    void aClockIsToldAsKnownThenAndAsKnownNow() {
        ComplaintId id = Contacts.complaint("hindsight");
        workflow.send(Topics.CONTACTS, Contacts.contact("hindsight"));
        workflow.caseWith(id, 7);
        JsonNode sla = workflow.getJson("/policies/sla");
        String clock = "/complaints/" + id + "/clocks/resolution";
        JsonNode before = workflow.getJson(clock + "?known=then");
        assertThat(before.at("/runs/0/dueAt"))
                .as("nothing has changed yet")
                .isEqualTo(workflow.getJson(clock).at("/runs/0/dueAt"));

        workflow.put("/policies/sla", within(sla, "resolution", "PT1H").toString());
        try {
            JsonNode now = workflow.getJson(clock);
            JsonNode then = workflow.getJson(clock + "?known=then");
            assertThat(now.path("policy")).isNotEqualTo(before.path("policy"));
            assertThat(now.at("/runs/0/dueAt")).isNotEqualTo(before.at("/runs/0/dueAt"));
            assertThat(then.path("policy")).isEqualTo(before.path("policy"));
            assertThat(then.at("/runs/0/dueAt")).isEqualTo(before.at("/runs/0/dueAt"));
        } finally {
            workflow.put("/policies/sla", sla.path("body").toString());
        }
        assertThat(workflow.get(clock + "?known=tomorrow").statusCode()).isEqualTo(400);
        assertThat(workflow.get("/complaints/" + id + "/clocks/agent-work?known=then").statusCode())
                .as("a measure is not on the log")
                .isEqualTo(404);
    }

    @Test
    void aPolicyThatCanBeFollowedComesIntoForceAnotherDoesNot() {
        JsonNode sla = workflow.getJson("/policies/sla");
        int version = sla.path("version").asInt();

        HttpResponse<String> refused = workflow.put("/policies/sla", "{\"clocks\":5}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(workflow.getJson("/policies/sla").path("version").asInt()).isEqualTo(version);

        HttpResponse<String> accepted = workflow.put("/policies/sla", sla.path("body").toString());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        assertThat(workflow.getJson("/policies/sla").path("version").asInt())
                .isEqualTo(version + 1);
        workflow.send(Topics.CONTACTS, Contacts.contact("new-policy"));
        assertThat(
                        workflow.caseWith(Contacts.complaint("new-policy"), 6)
                                .at("/timeline/3/event/policy")
                                .asString())
                .isEqualTo("sla@" + (version + 1));
    }

    /// A complaint of yesterday that nobody has acknowledged.
    @Test
    void aPolicyIsTriedOnThePastBeforeAnybodyPublishesIt() {
        Instant yesterday = Instant.now().minus(Duration.ofHours(24));
        workflow.send(Topics.CONTACTS, Contacts.contact("tried", "tried-1", "Broken", yesterday));
        String reference = Contacts.complaint("tried").reference().toString();
        String queue = workflow.caseWith(Contacts.complaint("tried"), 7).path("queue").asString();
        JsonNode sla = workflow.getJson("/policies/sla");

        JsonNode same = preview("sla", sla.path("body"), yesterday);
        assertThat(same.path("complaints").asInt()).isEqualTo(1);
        assertThat(same.path("truncated").asBoolean()).isFalse();
        assertThat(same.path("queues")).isEmpty();
        assertThat(same.at("/total/gained/breaches").asInt()).isZero();

        JsonNode stricter = preview("sla", within(sla, "resolution", "PT1H"), yesterday);
        assertThat(stricter.at("/total/gained/breaches").asInt()).isEqualTo(1);
        assertThat(stricter.at("/total/lost/breaches").asInt()).isZero();
        assertThat(stricter.at("/queues/0/queue").asString()).isEqualTo(queue);
        assertThat(stricter.at("/queues/0/gained/examples/0").asString()).isEqualTo(reference);
        assertThat(stricter.at("/clocks/0/clock").asString()).isEqualTo("resolution");

        JsonNode laxer = preview("sla", within(sla, "acknowledgement", "PT100H"), yesterday);
        assertThat(laxer.at("/total/gained/breaches").asInt()).isZero();
        assertThat(laxer.at("/total/lost/breaches").asInt()).isEqualTo(1);
        assertThat(laxer.at("/queues/0/lost/examples/0").asString()).isEqualTo(reference);

        assertThat(workflow.getJson("/policies/sla")).as("nothing is published").isEqualTo(sla);
    }

    @Test
    void aCalendarIsTriedOnThePastToo() {
        Instant yesterday = Instant.now().minus(Duration.ofHours(26));
        workflow.send(Topics.CONTACTS, Contacts.contact("rest", "rest-1", "Broken", yesterday));
        workflow.caseWith(Contacts.complaint("rest"), 7);
        ObjectNode night = (ObjectNode) workflow.getJson("/policies/calendar.always").path("body");
        night.path("week")
                .propertyNames()
                .forEach(day -> ((ObjectNode) night.path("week")).putArray(day).add("00:00-01:00"));

        JsonNode preview = preview("calendar.always", night, yesterday);
        assertThat(preview.at("/clocks/0/clock").asString()).isEqualTo("acknowledgement");
        assertThat(preview.at("/clocks/0/lost/complaints").asInt()).isEqualTo(1);
    }

    @Test
    void aCandidateThatCannotBeFollowedIsAProblemThatSaysWhere() {
        assertThat(faultOf("{\"name\":\"sla\",\"body\":{\"clocks\":5},%s}"))
                .isEqualTo("/body/clocks");
        assertThat(faultOf("{\"name\":\"routing\",\"body\":{},%s}")).isEqualTo("/name");
        assertThat(faultOf("{\"name\":\"sla\",%s}")).isEqualTo("/body");
        assertThat(
                        faultOf(
                                "{\"name\":\"sla\",\"body\":{},\"from\":\"2026-11-09\",\"to\":\"soon\"}"))
                .isEqualTo("/to");
        assertThat(
                        faultOf(
                                "{\"name\":\"sla\",\"body\":{},\"from\":\"2026-11-09\","
                                        + "\"to\":\"2026-11-08\"}"))
                .isEqualTo("/to");
    }

    private String faultOf(String candidate) {
        HttpResponse<String> answer =
                workflow.post(
                        "/policies/preview",
                        candidate.formatted("\"from\":\"2026-11-09\",\"to\":\"2026-11-09\""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return Wire.mapper().readTree(answer.body()).at("/errors/0/pointer").asString();
    }

    /// Tried on what was received at one instant.
    private JsonNode preview(String policy, JsonNode body, Instant received) {
        ObjectNode candidate = Wire.mapper().createObjectNode();
        candidate.put("name", policy);
        candidate.set("body", body);
        candidate.put("from", received.toString());
        candidate.put("to", received.plusMillis(1).toString());
        HttpResponse<String> answer = workflow.post("/policies/preview", candidate.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Wire.mapper().readTree(answer.body());
    }

    /// Counted round the clock.
    private static JsonNode within(JsonNode sla, String name, String target) {
        JsonNode body = sla.path("body").deepCopy();
        for (JsonNode clock : body.path("clocks")) {
            if (clock.path("clock").asString().equals(name)) {
                ((ObjectNode) clock).put("calendar", "calendar.always");
                ((ObjectNode) clock).putArray("targets").addObject().put("within", target);
            }
        }
        return body;
    }
}
