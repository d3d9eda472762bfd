package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.customer.RecordedCustomerLink;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/// Who is one person, as people say.
@ExtendWith(SharedWorkflow.class)
class CustomersIT {

    private final RunningWorkflow workflow;

    CustomersIT(RunningWorkflow workflow) {
        this.workflow = workflow;
    }

    @Test
    void twoCustomersBecomeOnePersonAndAreToldApartAgain() {
        ComplaintId before = Contacts.complaint("linked-before");
        ComplaintId after = Contacts.complaint("linked-after");
        workflow.send(Topics.CONTACTS, Contacts.contact("linked-before"));
        workflow.caseWith(before, 7);
        workflow.send(Topics.CONTACTS, Contacts.contact("linked-after"));
        workflow.caseWith(after, 7);
        workflow.awaitQuiet();
        assertThat(ids("/complaints/" + after + "/others")).isEmpty();
        assertThat(again(after)).isFalse();

        String links = "/complaints/" + after + "/customer-links/";
        String said = "{\"reason\":\"He said so\"}";
        assertThat(workflow.put(links + before, "{\"reason\":\" \"}").statusCode()).isEqualTo(422);
        for (String again : List.of(before.value(), before.reference().toString())) {
            HttpResponse<String> linked = workflow.put(links + again, said);
            assertThat(linked.statusCode()).as(linked.body()).isEqualTo(200);
        }
        JsonNode customer = workflow.getJson("/complaints/" + after + "/customer");
        assertThat(customer.path("complaints").asInt()).isEqualTo(2);
        assertThat(customer.path("links")).hasSize(1);
        assertThat(customer.at("/links/0/reason").asString()).isEqualTo("He said so");
        assertThat(customer.at("/links/0/complaint").asString())
                .isEqualTo(before.reference().toString());
        assertThat(ids("/complaints/" + after + "/others")).containsExactly(before.value());
        assertThat(ids("/complaints/" + before + "/others")).containsExactly(after.value());
        await().atMost(Duration.ofSeconds(60)).until(() -> again(after));
        assertThat(again(before)).isFalse();

        String undo = links + customer.at("/links/0/link").asString() + "/undone";
        HttpResponse<String> undone = workflow.put(undo, "{\"reason\":\"His father\"}");
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(Wire.mapper().readTree(undone.body()).path("complaints").asInt()).isEqualTo(1);
        assertThat(ids("/complaints/" + after + "/others")).isEmpty();
        await().atMost(Duration.ofSeconds(60)).until(() -> !again(after));
        assertThat(workflow.put(undo, "{\"reason\":\"again\"}").statusCode()).isEqualTo(404);
        assertThat(workflow.read(Topics.CUSTOMER_LINKS))
                .extracting(RecordedCustomerLink::type)
                .containsExactly("CustomersLinked", "CustomersUnlinked");
    }

    private boolean again(ComplaintId id) {
        return workflow.getJson("/complaints/" + id)
                .at("/priority/factors")
                .valueStream()
                .anyMatch(each -> each.path("factor").asString().equals("complains-again"));
    }

    @Test
    void whoeverIsKnownByARoleMailboxOrASharedPhoneAloneIsNotLinked() {
        ComplaintId known = Contacts.complaint("link-known");
        workflow.send(Topics.CONTACTS, Contacts.contact("link-known"));
        workflow.send(Topics.CONTACTS, Contacts.reachedBy("link-role", "info@example.jp", null));
        workflow.send(Topics.CONTACTS, Contacts.reachedBy("link-phone", null, "+81312345678"));
        workflow.caseWith(known, 7);
        for (String[] each :
                new String[][] {{"link-role", "ROLE_MAILBOX"}, {"link-phone", "SHARED_PHONE"}}) {
            ComplaintId shared = Contacts.complaint(each[0]);
            workflow.caseWith(shared, 7);
            HttpResponse<String> refused =
                    workflow.put(
                            "/complaints/" + shared + "/customer-links/" + known,
                            "{\"reason\":\"so\"}");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
            assertThat(refused.body()).contains(each[1], "ask him");
            assertThat(ids("/complaints/" + shared + "/others")).isEmpty();
        }
    }

    private List<String> ids(String path) {
        return workflow.getJson(path)
                .path("items")
                .valueStream()
                .map(row -> row.path("id").asString())
                .toList();
    }
}
