package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.Contact;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What needs somebody entitled: offers beyond a limit, reviews and appeals.
@ExtendWith(SharedWorkflow.class)
class ApprovalsIT {

    private final RunningWorkflow workflow;

    ApprovalsIT(RunningWorkflow workflow) {
        this.workflow = workflow;
    }

    @Test
    void beyondALimitSomebodyEntitledApprovesWithComparableOffersBeforeHim() {
        ComplaintId before = Contacts.complaint("offer-before");
        ComplaintId waiting = Contacts.complaint("offer-waiting");
        proposed(before, "offer-before", 25_000);
        JsonNode asked = proposed(waiting, "offer-waiting", 40_000);
        assertThat(asked.at("/approval/state").asString()).isEqualTo("waiting");
        assertThat(asked.path("proposal").isMissingNode()).isTrue();

        assertThat(
                        workflow.getJson("/complaints/" + waiting + "/comparable-offers")
                                .path("items")
                                .valueStream()
                                .map(item -> item.path("complaint").asString()))
                .containsExactly(before.value());
        assertThat(
                        workflow.getJson("/policies/authority/entitled")
                                .path("holders")
                                .valueStream()
                                .map(holder -> holder.path("agent").asString()))
                .contains("tanaka");
        assertThat(awaited("approvals")).contains(waiting.value()).doesNotContain(before.value());
        HttpResponse<String> approved = as("tanaka", "/complaints/" + waiting + "/approve", "{}");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        HttpResponse<String> reviewed =
                as(
                        "tanaka",
                        "/complaints/" + waiting + "/review-quality",
                        "{\"agent\":\"sato\",\"answers\":[{\"sign\":\"EXCUSES\",\"seen\":true}]}");
        assertThat(reviewed.statusCode()).as(reviewed.body()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> workflow.getJson("/agents/sato/signs").at("/reviews/0/complaint"),
                        complaint -> complaint.asString("").equals(waiting.value()));
        assertThat(awaited("approvals")).doesNotContain(waiting.value());

        String review = workflow.getJson("/agents/sato/signs").at("/reviews/0/review").asString();
        String ofReview = "{\"review\":\"" + review + "\",\"reason\":\"It was not so\"";
        as("sato", "/complaints/" + waiting + "/appeal-review", ofReview + "}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(awaited("appeals")).contains(waiting.value()));
        as(
                "li",
                "/complaints/" + waiting + "/decide-appeal",
                ofReview + ",\"reviewStands\":false}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(awaited("appeals")).isEmpty());
    }

    @Test
    void whatWaitsLongestForApprovalIsFoundFirstPageByPageAndWithinReach() {
        ComplaintId first = Contacts.complaint("awaited-first");
        ComplaintId second = Contacts.complaint("awaited-second");
        proposed(first, Contacts.contact("awaited-first"), 40_000);
        proposed(second, Contacts.ofBrand("Patient", Contacts.contact("awaited-second")), 40_000);

        String[] limited = Callers.limitedTo(List.of("Patient"), List.of());
        assertThat(awaited("approvals?limit=1", limited))
                .as("what is out of reach takes no place on the page")
                .containsExactly(second.value());
        List<String> all = awaited("approvals?limit=500");
        assertThat(all).containsSubsequence(first.value(), second.value());
        List<String> turned = new ArrayList<>();
        for (String next = ""; next != null; ) {
            String page = "approvals?limit=1" + (next.isEmpty() ? "" : "&cursor=" + next);
            turned.addAll(awaited(page));
            next = workflow.getJson("/board/" + page).path("next").asString(null);
        }
        assertThat(turned).isEqualTo(all);
        assertThat(workflow.get("/board/appeals?cursor=x").statusCode()).isEqualTo(400);
    }

    private List<String> awaited(String what, String... headers) {
        return Wire.mapper()
                .readTree(workflow.get("/board/" + what, headers).body())
                .path("items")
                .valueStream()
                .map(item -> item.at("/complaint/id").asString())
                .toList();
    }

    private JsonNode proposed(ComplaintId id, String conversation, int yen) {
        return proposed(id, Contacts.contact(conversation), yen);
    }

    private JsonNode proposed(ComplaintId id, Contact contact, int yen) {
        workflow.send(Topics.CONTACTS, contact);
        workflow.caseWith(id, 7);
        String path = "/complaints/" + id;
        as(
                "sato",
                path + "/clarify",
                """
                {"concern":{"words":"It stopped"},"demand":{"kind":"REFUND","words":"My money"}}\
                """);
        as(
                "sato",
                path + "/assess",
                """
                {"assessment":{"justified":true,"obliged":true,"able":true,"rootCause":"EXTERNAL",
                 "responsibleArea":"factory","reasoning":"A storm"}}\
                """);
        HttpResponse<String> answer =
                as(
                        "sato",
                        path + "/propose-solution",
                        """
                        {"remedy":{"type":"Material","kind":"REFUND","amount":%d,"currency":"JPY"},
                         "explanation":"We pay it back"}\
                        """
                                .formatted(yen));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return workflow.caseWith(
                id, Wire.mapper().readTree(answer.body()).path("version").asLong());
    }

    private HttpResponse<String> as(String agent, String path, String body) {
        return workflow.post(path, body, "Amends-Actor", "agent:" + agent);
    }
}
