package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.access.Role;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.Contact;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.List;

/// What is read about one complaint.
@ExtendWith(SharedWorkflow.class)
class ComplaintPageIT {

    private final RunningWorkflow workflow;

    ComplaintPageIT(RunningWorkflow workflow) {
        this.workflow = workflow;
    }

    @Test
    void aClockGivesAccountOfItself() {
        ComplaintId id = Contacts.complaint("account");
        workflow.send(Topics.CONTACTS, Contacts.contact("account"));
        workflow.caseWith(id, 7);
        workflow.post(
                "/complaints/" + id + "/start-waiting",
                "{\"waitingFor\":\"PARTS\",\"reason\":\"On order\"}");
        workflow.caseWith(id, 9);

        JsonNode account = workflow.getJson("/complaints/" + id + "/clocks/resolution");
        assertThat(account.path("zone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(account.at("/runs/0/outcome").asString()).isEqualTo("paused");
        assertThat(account.at("/runs/0/left").asString()).startsWith("PT");
        assertThat(account.at("/runs/0/intervals/1/because/event").asString())
                .isEqualTo("WaitingStarted");
        assertThat(account.at("/recorded/1/type").asString()).isEqualTo("ClockPaused");
        assertThat(workflow.getJson("/complaints/" + id + "/clocks/requester-wait").path("runs"))
                .as("a measure is told too")
                .hasSize(1);
        JsonNode recomputed =
                Wire.mapper().readTree(workflow.post("/policies/recompute", "").body());
        assertThat(recomputed.path("complaints").asInt()).isPositive();
        assertThat(recomputed.path("rescheduled").asInt()).as("nothing has changed since").isZero();
        assertThat(workflow.get("/complaints/" + id + "/clocks/grandfather").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoComplainsIsRecognisedThenCorrectedAndEachTimeThereIsAPlaybook() {
        ComplaintId id = Contacts.complaint("furious");
        String playbook = "/complaints/" + id + "/playbook";
        workflow.send(Topics.CONTACTS, Contacts.contact("furious", "furious-1", "I am furious!"));
        assertThat(workflow.caseWith(id, 8).at("/typology/temperSigns/0/evidence/0").asString())
                .isEqualTo("furious");

        JsonNode angry = workflow.getJson(playbook);
        assertThat(angry.path("temper").asString()).isEqualTo("ANGRY");
        assertThat(angry.path("language").asString()).isEqualTo("en");
        assertThat(angry.path("steps")).hasSize(5);
        assertThat(angry.at("/templates/0/text").asString())
                .contains("Hanako furious", id.reference().toString());

        HttpResponse<String> corrected =
                workflow.post(
                        "/complaints/" + id + "/correct-typology",
                        "{\"temper\":\"HESITANT\"}",
                        "Amends-Actor",
                        "agent:sato");
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        JsonNode after = workflow.caseWith(id, 9);
        assertThat(after.at("/typology/temperCorrected").asBoolean()).isTrue();
        JsonNode hesitant = workflow.getJson(playbook + "?language=ja");
        assertThat(hesitant.path("temper").asString()).isEqualTo("HESITANT");
        assertThat(hesitant.path("opening").asString())
                .isNotEqualTo(angry.path("opening").asString());
        assertThat(workflow.get(playbook + "?language=fr").statusCode()).isEqualTo(404);

        ComplaintId next = Contacts.complaint("calm-again");
        workflow.send(
                Topics.CONTACTS,
                Contacts.ofCustomer(Contacts.contact("furious"), Contacts.contact("calm-again")));
        workflow.caseWith(next, 7);
        JsonNode remembered = workflow.getJson("/complaints/" + next + "/playbook");
        assertThat(remembered.path("temper").asString()).isEqualTo("HESITANT");
        assertThat(remembered.at("/before/temperCorrected").asBoolean()).isTrue();
    }

    @Test
    void theOriginalOfAContactCanBeDownloaded() {
        ComplaintId id = Contacts.complaint("original");
        Contact contact = Contacts.contact("original");
        workflow.send(Topics.CONTACTS, contact);
        workflow.caseWith(id, 6);

        HttpResponse<String> answer =
                workflow.get(
                        "/complaints/" + id + "/contacts/" + contact.content().id() + "/original");

        assertThat(answer.body()).isEqualTo("It does not work any more, please help.");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(workflow.get("/complaints/" + id + "/contacts/unknown/original").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoElseLooksAtAComplaintIsToldAndNeverPutOnTheLog() {
        ComplaintId id = Contacts.complaint("looked-at");
        workflow.send(Topics.CONTACTS, Contacts.contact("looked-at"));
        long version = workflow.caseWith(id, 7).path("version").asLong();
        String viewers = "/complaints/" + id.reference() + "/viewers";

        assertThat(looking(viewers, "mei")).isEmpty();
        assertThat(looking(viewers + "?writing=true", "sato")).containsExactly("mei false");
        assertThat(looking(viewers, "mei")).containsExactly("sato true");
        assertThat(workflow.delete(viewers, Callers.known("sato", Role.AGENT)).statusCode())
                .isEqualTo(204);
        assertThat(looking(viewers, "mei")).isEmpty();
        assertThat(workflow.getJson("/complaints/" + id).path("version").asLong())
                .isEqualTo(version);
    }

    private List<String> looking(String viewers, String name) {
        return Wire.mapper()
                .readTree(workflow.put(viewers, "", Callers.known(name, Role.AGENT)).body())
                .path("items")
                .valueStream()
                .map(each -> each.path("name").asString() + " " + each.path("writing").asBoolean())
                .toList();
    }

    @Test
    void whatElseACustomerComplainedAboutAndWhatItsOwnerHasToDoAreListed() {
        ComplaintId id = Contacts.complaint("again");
        ComplaintId before = Contacts.complaint("again-before");
        Contact again = Contacts.contact("again");
        workflow.send(
                Topics.CONTACTS, Contacts.ofCustomer(again, Contacts.contact("again-before")));
        workflow.send(Topics.CONTACTS, again);
        String owner = workflow.caseWith(id, 7).path("owner").asString();
        workflow.caseWith(before, 7);
        workflow.awaitQuiet();

        assertThat(ids("/complaints/" + id + "/others")).containsExactly(before.value());
        assertThat(ids("/complaints/" + before + "/others?limit=1")).containsExactly(id.value());
        assertThat(ids("/agents/" + owner + "/work"))
                .isNotEmpty()
                .isSubsetOf(ids("/board?limit=500&owner=" + owner))
                .contains(id.value());
        assertThat(ids("/agents/nobody/work")).isEmpty();
    }

    private List<String> ids(String path) {
        return workflow.getJson(path)
                .path("items")
                .valueStream()
                .map(row -> row.path("id").asString())
                .toList();
    }

    @Test
    void theFormattedWordsOfAMailCanBeShownWithoutWhatRunsOrLoads() {
        ComplaintId id = Contacts.complaint("formatted");
        String page = "<p>It <b>smokes</b></p><script>x()</script><img src='https://t.example/p'>";
        Contact mail = Contacts.mail(Contacts.contact("formatted"), "text/html", page);
        Contact plain =
                Contacts.mail(
                        Contacts.contact("formatted", "formatted-2", "x"), "text/plain", page);
        workflow.send(Topics.CONTACTS, mail);
        workflow.send(Topics.CONTACTS, plain);
        String contacts = "/complaints/" + id + "/contacts/";
        await().until(
                        () ->
                                workflow.get(contacts + plain.content().id() + "/original")
                                        .statusCode(),
                        status -> status == 200);

        JsonNode shown = workflow.getJson(contacts + mail.content().id() + "/formatted");
        assertThat(shown.path("html").asString()).isEqualTo("<p>It <b>smokes</b></p>[]");
        assertThat(shown.path("pictures").asInt()).isEqualTo(1);
        assertThat(workflow.get(contacts + plain.content().id() + "/formatted").statusCode())
                .isEqualTo(204);
    }
}
