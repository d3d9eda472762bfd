package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.Contact;
import amends.contracts.contact.CustomerId;
import amends.contracts.customer.CustomerLinkEvent;
import amends.contracts.customer.CustomerLinkEvent.CustomersLinked;
import amends.contracts.customer.CustomerLinkEvent.CustomersUnlinked;
import amends.contracts.customer.CustomerLinkId;
import amends.contracts.customer.RecordedCustomerLink;
import amends.contracts.personal.FreeText;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
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
        assertThat(workflow.put(undo, "{\"reason\":\"again\"}").statusCode()).isEqualTo(200);
        assertThat(workflow.put(links + "none/undone", said).statusCode()).isEqualTo(404);
        CustomerLinkId link =
                CustomerLinkId.of(customer("linked-before"), customer("linked-after"));
        assertThat(workflow.read(Topics.CUSTOMER_LINKS))
                .filteredOn(each -> each.link().equals(link))
                .extracting(RecordedCustomerLink::type)
                .containsExactly("CustomersLinked", "CustomersUnlinked");
    }

    @Test
    void aComplaintThatComesLaterIsCountedWithThoseOfWhomItsCustomerIsLinkedTo() {
        ComplaintId before = arrives(Contacts.contact("later-before"));
        ComplaintId other = arrives(Contacts.contact("later-other"));
        String links = "/complaints/" + other + "/customer-links/";
        assertThat(workflow.put(links + before, "{\"reason\":\"so\"}").statusCode()).isEqualTo(200);
        ComplaintId later =
                arrives(
                        Contacts.ofCustomer(
                                Contacts.contact("later-before"), Contacts.contact("later-now")));
        await().atMost(Duration.ofSeconds(60)).until(() -> again(later));
        assertThat(again(before)).isFalse();
        assertThat(customerOf(later).path("complaints").asInt()).isEqualTo(3);
        assertThat(command(before, "separate-customer", "His son")).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> !again(other) && again(later));
    }

    @Test
    void whatWasSaidAndNotToldToComplaintsIsToldWhenItIsSaidAgain() {
        CustomerId one = customer("untold-before");
        CustomerId other = customer("untold-after");
        ComplaintId before = arrives(Contacts.contact("untold-before"));
        ComplaintId after = arrives(Contacts.contact("untold-after"));
        workflow.awaitQuiet();

        said(new CustomersLinked(one, other, new FreeText("so")));
        await().atMost(Duration.ofSeconds(60)).until(() -> links(after).size() == 1);
        assertThat(again(after)).isFalse();
        String links = "/complaints/" + after + "/customer-links/";
        String reason = "{\"reason\":\"He said so\"}";
        assertThat(workflow.put(links + before, reason).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> again(after));

        said(new CustomersUnlinked(one, other, new FreeText("no")));
        await().atMost(Duration.ofSeconds(60)).until(() -> links(after).isEmpty());
        assertThat(again(after)).isTrue();
        String undone = links + CustomerLinkId.of(one, other) + "/undone";
        assertThat(workflow.put(undone, reason).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> !again(after));
    }

    @Test
    void aLinkToWhatSomebodyMayNotSeeTellsHimNothingAndIsNotHisToUndo() {
        ComplaintId mine = arrives(Contacts.ofBrand("Example", Contacts.contact("sight-mine")));
        arrives(Contacts.ofBrand("Other", Contacts.contact("sight-theirs")));
        CustomerId one = customer("sight-mine");
        CustomerId other = customer("sight-theirs");
        said(new CustomersLinked(one, other, new FreeText("His sister told us")));
        await().atMost(Duration.ofSeconds(60)).until(() -> links(mine).size() == 1);

        String path = "/complaints/" + mine + "/customer";
        String[] limited = Callers.limitedTo(List.of("Example"), List.of());
        JsonNode seen = Wire.mapper().readTree(workflow.get(path, limited).body());
        assertThat(seen.path("complaints").asInt()).isEqualTo(1);
        assertThat(seen.path("links")).hasSize(1);
        assertThat(seen.at("/links/0").propertyNames()).containsExactlyInAnyOrder("link", "at");
        String undone = path + "-links/" + CustomerLinkId.of(one, other) + "/undone";
        String reason = "{\"reason\":\"x\"}";
        assertThat(workflow.put(undone, reason, limited).statusCode()).isEqualTo(404);
        assertThat(links(mine)).hasSize(1);

        String[] both = Callers.limitedTo(List.of("Example", "Other"), List.of());
        JsonNode whole = Wire.mapper().readTree(workflow.get(path, both).body());
        assertThat(whole.path("complaints").asInt()).isEqualTo(2);
        assertThat(whole.at("/links/0/reason").asString()).isEqualTo("His sister told us");
        assertThat(workflow.put(undone, reason, both).statusCode()).isEqualTo(200);
        assertThat(links(mine)).isEmpty();
    }

    @Test
    void nobodyInBetweenJoinsTheCustomersOfTwoBrands() {
        ComplaintId between = arrives(Contacts.contact("brand-between"));
        ComplaintId third = arrives(Contacts.ofBrand("Example", Contacts.contact("brand-third")));
        arrives(Contacts.ofBrand("Other", Contacts.contact("brand-other")));
        said(
                new CustomersLinked(
                        customer("brand-between"), customer("brand-other"), new FreeText("so")));
        await().atMost(Duration.ofSeconds(60)).until(() -> links(between).size() == 1);
        HttpResponse<String> refused =
                workflow.put(
                        "/complaints/" + third + "/customer-links/" + between,
                        "{\"reason\":\"so\"}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("OTHER_BRAND");
        assertThat(links(third)).isEmpty();
    }

    private ComplaintId arrives(Contact contact) {
        workflow.send(Topics.CONTACTS, contact);
        workflow.caseWith(contact.complaintId(), 7);
        return contact.complaintId();
    }

    /// On the topic alone.
    private void said(CustomerLinkEvent event) {
        workflow.send(
                Topics.CUSTOMER_LINKS,
                new RecordedCustomerLink(
                        CustomerLinkId.of(event.one(), event.other()),
                        Instant.now(),
                        Actor.agent(new AgentId("sato")),
                        event));
    }

    private JsonNode links(ComplaintId id) {
        return workflow.getJson("/complaints/" + id + "/customer").path("links");
    }

    private static CustomerId customer(String conversation) {
        return Contacts.contact(conversation).customer().id();
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

    @Test
    void whatOneTelephoneBroughtTogetherIsTakenApartAndPutTogetherAgain() {
        ComplaintId his = arrives(household("household-1", "+81398765432"));
        ComplaintId hers = arrives(household("household-2", "+81398765432"));
        workflow.awaitQuiet();
        assertThat(ids("/complaints/" + hers + "/others")).containsExactly(his.value());
        assertThat(customerOf(hers).path("complaints").asInt()).isEqualTo(2);

        assertThat(command(hers, "separate-customer", " ")).isEqualTo(409);
        assertThat(command(hers, "separate-customer", "His wife")).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> customerOf(hers).path("complaints").asInt() == 1);
        JsonNode apart = customerOf(hers);
        assertThat(apart.at("/separated/reason").asString()).isEqualTo("His wife");
        assertThat(apart.path("alike")).as("who she was told apart from").isEmpty();
        assertThat(customerOf(his).path("complaints").asInt()).isEqualTo(1);
        assertThat(customerOf(his).path("alike")).isEmpty();
        assertThat(ids("/complaints/" + hers + "/others")).isEmpty();

        workflow.send(Topics.CONTACTS, household("household-2", "2", "+81398765432"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> workflow.getJson("/complaints/" + hers).path("contacts").size() == 2);
        assertThat(ids("/complaints/" + hers + "/others")).as("stays with her").isEmpty();
        JsonNode page = workflow.getJson("/complaints/" + hers);
        assertThat(page.at("/complainant/id").asString())
                .isEqualTo(page.at("/customer/id").asString())
                .isEqualTo(CustomerId.ofComplaint(hers).value());

        assertThat(command(hers, "rejoin-customer", "It was he")).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> customerOf(hers).path("complaints").asInt() == 2);
        assertThat(customerOf(hers).has("separated")).isFalse();
        assertThat(ids("/complaints/" + his + "/others")).containsExactly(hers.value());
    }

    @Test
    void anotherWithTheSameMailboxOrTelephoneIsOfferedAndLinkedByAPerson() {
        ComplaintId known = arrives(Contacts.reachedBy("alike-1", "one@example.jp", null));
        ComplaintId written =
                arrives(Contacts.reachedBy("alike-2", "One@example.jp", "+81311112222"));
        arrives(Contacts.reachedBy("alike-3", "info@example.jp", null));
        arrives(Contacts.reachedBy("alike-4", "info@example.jp", null));
        JsonNode alike = customerOf(written).path("alike");
        assertThat(alike).hasSize(1);
        assertThat(alike.at("/0/complaint/id").asString()).isEqualTo(known.value());
        assertThat(alike.at("/0/sameMailbox").asBoolean()).isTrue();
        assertThat(alike.at("/0/samePhone").asBoolean()).isFalse();
        assertThat(customerOf(Contacts.complaint("alike-3")).path("alike"))
                .as("a role mailbox says nothing")
                .isEmpty();
        String[] limited = Callers.limitedTo(List.of("Other"), List.of());
        String path = "/complaints/" + written + "/customer";
        assertThat(workflow.get(path, limited).body()).doesNotContain(known.value());

        HttpResponse<String> linked =
                workflow.put(path + "-links/" + known, "{\"reason\":\"She said so\"}");
        assertThat(linked.statusCode()).as(linked.body()).isEqualTo(200);
        assertThat(Wire.mapper().readTree(linked.body()).path("alike")).isEmpty();
        assertThat(customerOf(known).path("complaints").asInt()).isEqualTo(2);
    }

    private static Contact household(String conversation, String phone) {
        return household(conversation, "1", phone);
    }

    /// Whoever calls without a name is known by the telephone.
    private static Contact household(String conversation, String call, String phone) {
        return Contacts.knownByPhone(conversation, conversation + "-" + call, phone);
    }

    private JsonNode customerOf(ComplaintId id) {
        return workflow.getJson("/complaints/" + id + "/customer");
    }

    private int command(ComplaintId id, String name, String reason) {
        return workflow.post("/complaints/" + id + "/" + name, "{\"reason\":\"" + reason + "\"}")
                .statusCode();
    }

    private List<String> ids(String path) {
        return workflow.getJson(path)
                .path("items")
                .valueStream()
                .map(row -> row.path("id").asString())
                .toList();
    }
}
