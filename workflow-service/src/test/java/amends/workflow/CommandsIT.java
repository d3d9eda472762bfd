package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.ContactId;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/// What people do with a complaint, by REST, answered after the commit.
@ExtendWith(SharedWorkflow.class)
class CommandsIT {

    private final RunningWorkflow workflow;

    CommandsIT(RunningWorkflow workflow) {
        this.workflow = workflow;
    }

    @Test
    void aContactBecomesACaseThatCommandsChange() {
        ComplaintId id = Contacts.complaint("walk");
        workflow.send(Topics.CONTACTS, Contacts.contact("walk"));
        JsonNode before = workflow.caseWith(id, 7);
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
                        workflow.caseWith(id, after.path("version").asLong())
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
        workflow.caseWith(id, 7);

        HttpResponse<String> answer =
                workflow.post(
                        "/complaints/" + id + "/reply", "{\"text\":\"x\"}", "If-Match", "\"3\"");

        assertThat(answer.statusCode()).isEqualTo(412);
        JsonNode problem = Wire.mapper().readTree(answer.body());
        assertThat(problem.path("rule").asString()).isEqualTo("STALE_VERSION");
        assertThat(problem.path("changed").valueStream().map(each -> each.path("version").asLong()))
                .as("what happened since")
                .containsExactly(4L, 5L, 6L, 7L);
        assertThat(problem.path("version").asLong()).isEqualTo(7);
        assertThat(problem.path("allowed")).isNotEmpty();
    }

    @Test
    void twoComplaintsAboutOneMatterAreMergedAndPartedAgain() {
        ComplaintId duplicate = Contacts.complaint("twin-b");
        ComplaintId survivor = Contacts.complaint("twin-a");
        Contact first = Contacts.contact("twin-a");
        workflow.send(Topics.CONTACTS, first);
        workflow.send(Topics.CONTACTS, Contacts.ofCustomer(first, Contacts.contact("twin-b")));
        workflow.caseWith(survivor, 7);
        JsonNode before = workflow.caseWith(duplicate, 7);

        assertThat(
                        workflow.getJson("/complaints/" + duplicate + "/duplicates")
                                .at("/items/0/complaint/id")
                                .asString())
                .isEqualTo(survivor.value());
        HttpResponse<String> answer =
                workflow.post(
                        "/complaints/" + duplicate + "/merge-into",
                        "{\"into\":\"" + survivor + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Wire.mapper().readTree(answer.body()).path("status").asString())
                .isEqualTo("merged");
        assertThat(workflow.caseWith(survivor, 8).path("contacts")).as("of both").hasSize(2);
        JsonNode merged = workflow.caseWith(duplicate, 9);
        assertThat(merged.at("/merged/into").asString()).isEqualTo(survivor.value());

        workflow.post("/complaints/" + duplicate + "/undo-merge", "{\"reason\":\"Two matters\"}");
        JsonNode parted = workflow.caseWith(duplicate, 10);
        assertThat(parted.path("status")).isEqualTo(before.path("status"));
        assertThat(parted.path("clocks")).isEqualTo(before.path("clocks"));
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                workflow.getJson("/complaints/" + survivor).path("contacts").size()
                                        == 1);

        String page = "/complaints/" + duplicate + "?at=";
        JsonNode then = workflow.getJson(page + merged.path("changedAt").asString());
        assertThat(then.path("status").asString()).isEqualTo("merged");
        assertThat(then.path("allowed").valueStream().map(JsonNode::asString))
                .contains("undo-merge")
                .doesNotContain("reply");
        assertThat(workflow.get(page + "2020-01-01T00:00:00Z").statusCode()).isEqualTo(404);
        assertThat(workflow.get(page + "yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void otherWordsUnderAKnownIdStandOnThePageWithWhoeverSentThem() {
        ComplaintId id = Contacts.complaint("same-id");
        Contact first = Contacts.contact("same-id");
        Contact strangers =
                Contacts.ofCustomer(
                        Contacts.contact("stranger"),
                        Contacts.contact("same-id", "same-id-1", "There is fire in the house"));
        workflow.send(Topics.CONTACTS, first);
        workflow.send(Topics.CONTACTS, first);
        workflow.send(Topics.CONTACTS, strangers);
        workflow.send(Topics.CONTACTS, strangers);
        workflow.send(Topics.CONTACTS, Contacts.contact("same-id", "same-id-2", "The end"));

        JsonNode page =
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () -> workflow.getJson("/complaints/" + id),
                                each -> each.path("contacts").size() == 3);
        JsonNode other = page.path("contacts").get(1);
        assertThat(other.path("text").asString()).contains("fire");
        assertThat(other.path("cameAs").asString()).isEqualTo(first.content().id().value());
        assertThat(other.at("/sender/emails/0").asString()).isEqualTo("stranger@example.jp");
        assertThat(page.at("/complainant/emails").valueStream().map(JsonNode::asString))
                .containsExactly("same-id@example.jp");
        assertThat(page.at("/priority/level").asString()).isEqualTo("URGENT");
        assertThat(page.path("contacts").get(2).has("cameAs")).isFalse();
    }

    @Test
    void theSameWordsOnAnotherChannelAreOfferedAsTheSameMatterWithinAMonth() {
        Contact first = Contacts.contact("near");
        workflow.send(Topics.CONTACTS, first);
        workflow.send(Topics.CONTACTS, aging(first, "chat", "near-chat", 29));
        workflow.send(Topics.CONTACTS, aging(first, "chat", "far-chat", 31));
        workflow.caseWith(Contacts.complaint("near"), 6);
        workflow.caseWith(Contacts.complaint("near-chat"), 6);
        workflow.caseWith(Contacts.complaint("far-chat"), 6);

        JsonNode offered =
                workflow.getJson("/complaints/" + Contacts.complaint("near") + "/duplicates")
                        .path("items");
        assertThat(offered).hasSize(1);
        assertThat(offered.at("/0/complaint/id").asString())
                .isEqualTo(Contacts.complaint("near-chat").value());
        assertThat(offered.at("/0/complaint/channel").asString()).isEqualTo("chat");
        assertThat(offered.at("/0/likeness").asDouble()).isEqualTo(1.0);
    }

    /// The same words of the same customer, in another conversation some days ago.
    private static Contact aging(Contact first, String channel, String conversation, int days) {
        ContactContent said = first.content();
        return new Contact(
                Contacts.complaint(conversation),
                first.brand(),
                first.customer(),
                new ContactContent(
                        ContactId.derive(said.source(), conversation),
                        new ChannelName(channel),
                        said.source(),
                        said.receivedAt().minus(Duration.ofDays(days)),
                        null,
                        said.language(),
                        said.subject(),
                        said.text(),
                        said.product(),
                        List.of(),
                        List.of()),
                first.original(),
                first.normalisedAt());
    }

    @Test
    void oneCommandForManyIsPreviewedThenDecidedForEach() {
        ComplaintId open = Contacts.complaint("bulk-open");
        ComplaintId closed = Contacts.complaint("bulk-closed");
        workflow.send(Topics.CONTACTS, Contacts.contact("bulk-open"));
        workflow.send(Topics.CONTACTS, Contacts.contact("bulk-closed"));
        workflow.caseWith(open, 7);
        workflow.caseWith(closed, 7);
        workflow.post("/complaints/" + closed + "/close", "{\"reason\":\"NOT_A_COMPLAINT\"}");
        workflow.caseWith(closed, 8);
        String bulk =
                """
                {"complaints":["%s","%s","000000000000","?"],"command":"resolve",
                 "body":{"onTheSpot":true,"verification":"UNVERIFIED","summary":"Explained"}}\
                """
                        .formatted(open.reference(), closed);

        HttpResponse<String> preview = workflow.post("/complaints/commands?preview=true", bulk);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        JsonNode tried = Wire.mapper().readTree(preview.body());
        assertThat(tried.path("preview").asBoolean()).isTrue();
        assertThat(tried.at("/items/0/events").valueStream().map(JsonNode::asString))
                .contains("ComplaintResolved");
        assertThat(tried.at("/items/1/allowed").valueStream().map(JsonNode::asString))
                .contains("reopen");
        assertThat(tried.path("items").valueStream().map(item -> item.path("rule").asString("")))
                .containsExactly("", "CLOSED", "UNKNOWN_COMPLAINT", "UNKNOWN_COMPLAINT");
        assertThat(workflow.getJson("/complaints/" + open).path("status").asString())
                .as("nothing was done")
                .isNotEqualTo("resolved");

        JsonNode done = Wire.mapper().readTree(workflow.post("/complaints/commands", bulk).body());
        assertThat(done.path("accepted").asInt()).isEqualTo(1);
        assertThat(done.path("refused").asInt()).isEqualTo(3);
        assertThat(done.path("items").valueStream().map(item -> item.path("rule").asString("")))
                .containsExactly("", "CLOSED", "UNKNOWN_COMPLAINT", "UNKNOWN_COMPLAINT");
        assertThat(
                        workflow.caseWith(open, done.at("/items/0/version").asLong())
                                .path("status")
                                .asString())
                .isEqualTo("resolved");
        assertThat(
                        workflow.post(
                                        "/complaints/commands",
                                        "{\"complaints\":[],\"command\":\"close\"}")
                                .statusCode())
                .isEqualTo(422);
    }

    @Test
    void oneOfManyThatHasChangedSinceIsRefusedAndTellsWhatHappened() {
        ComplaintId fresh = Contacts.complaint("bulk-fresh");
        ComplaintId stale = Contacts.complaint("bulk-stale");
        workflow.send(Topics.CONTACTS, Contacts.contact("bulk-fresh"));
        workflow.send(Topics.CONTACTS, Contacts.contact("bulk-stale"));
        workflow.caseWith(stale, 7);
        long seen = workflow.caseWith(fresh, 7).path("version").asLong();
        workflow.post("/complaints/" + stale + "/reply", "{\"text\":\"We look into it\"}");
        workflow.caseWith(stale, 8);
        String bulk =
                """
                {"complaints":["%s","%s"],"command":"reply","body":{"text":"We are on it"},
                 "versions":{"%s":%d,"%s":7}}\
                """
                        .formatted(fresh, stale, fresh, seen, stale);
        for (String path : List.of("/complaints/commands?preview=true", "/complaints/commands")) {
            JsonNode answer = Wire.mapper().readTree(workflow.post(path, bulk).body());
            assertThat(answer.at("/items/0/outcome").asString()).as(path).isEqualTo("accepted");
            assertThat(answer.at("/items/1/rule").asString()).isEqualTo("STALE_VERSION");
            assertThat(
                            answer.at("/items/1/changed")
                                    .valueStream()
                                    .map(entry -> entry.path("type").asString()))
                    .contains("ReplySent");
        }
        String astray =
                "{\"complaints\":[\"%s\"],\"command\":\"acknowledge\",\"versions\":{\"x\":1}}";
        assertThat(workflow.post("/complaints/commands", astray.formatted(fresh)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aCommandAgainstTheProcedureIsRefused() {
        ComplaintId id = Contacts.complaint("refused");
        workflow.send(Topics.CONTACTS, Contacts.contact("refused"));
        workflow.caseWith(id, 7);

        HttpResponse<String> answer = workflow.post("/complaints/" + id + "/accept-proposal", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(Wire.mapper().readTree(answer.body()).path("rule").asString())
                .isEqualTo("NO_OPEN_PROPOSAL");
    }

    @Test
    void aCommandThatDoesNotFitIsAProblemThatSaysWhere() {
        ComplaintId id = Contacts.complaint("unfit");

        assertThat(workflow.post("/complaints/" + id + "/dance", "{}").statusCode()).isEqualTo(404);
        assertThat(workflow.post("/complaints/" + id + "/register-contact", "{}").statusCode())
                .as("contacts come by intake alone")
                .isEqualTo(404);
        assertThat(workflow.post("/complaints/nonsense/acknowledge", "{}").statusCode())
                .isEqualTo(404);
        assertThat(workflow.post("/complaints/" + id + "/acknowledge", "{}").statusCode())
                .as("nobody has heard of this complaint")
                .isEqualTo(404);
        HttpResponse<String> missing =
                workflow.post("/complaints/" + id + "/clarify", "{\"concern\":{\"words\":\"x\"}}");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(Wire.mapper().readTree(missing.body()).at("/errors/0/pointer").asString())
                .isEqualTo("/demand");
        HttpResponse<String> broken =
                workflow.post("/complaints/" + id + "/clarify", "{\"concern\":");
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }
}
