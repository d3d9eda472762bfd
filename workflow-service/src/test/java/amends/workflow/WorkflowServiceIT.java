package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.access.Reach;
import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.Contact;
import amends.contracts.customer.RecordedCustomerLink;
import amends.contracts.identity.EnforcedRights;
import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentitySigner;
import amends.contracts.identity.SignedIdentities;
import amends.contracts.routing.QueueName;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.workflow.complaint.Complaint;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

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
    void onlyWhatTheGatewayLetInIsAnswered() {
        EnforcedRights.hold("workflow", workflow.uri("/"));
        String[] agent = {
            IdentitySigner.HEADER,
            SignedIdentities.token(Identity.of(Actor.agent(new AgentId("mei")), Role.AGENT))
        };
        for (String path : List.of("/complaints/x1/approve", "/complaints/x1/%61pprove")) {
            assertThat(workflow.post(path, "{}", agent).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void whoeverIsLimitedToABrandOrAQueueFindsNothingElse() throws Exception {
        ComplaintId mine = Contacts.complaint("reach-mine");
        ComplaintId theirs = Contacts.complaint("reach-theirs");
        workflow.send(Topics.CONTACTS, Contacts.ofBrand("Example", Contacts.contact("reach-mine")));
        workflow.send(Topics.CONTACTS, Contacts.ofBrand("Other", Contacts.contact("reach-theirs")));
        String queue = caseWith(mine, 7).path("queue").asString();
        caseWith(theirs, 7);

        String[] example = limitedTo(List.of("Example"), List.of());
        assertThat(workflow.get("/complaints/" + mine, example).statusCode()).isEqualTo(200);
        for (String part : List.of("", "/timeline", "/clocks", "/duplicates", "/playbook")) {
            assertThat(workflow.get("/complaints/" + theirs + part, example).statusCode())
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(
                        workflow.post(
                                        "/complaints/" + theirs + "/reply",
                                        "{\"text\":\"x\"}",
                                        example)
                                .statusCode())
                .isEqualTo(404);
        assertThat(workflow.post("/complaints/commands", "{}", example).statusCode())
                .isEqualTo(403);
        for (String list : List.of("/complaints?limit=500", "/board?limit=500")) {
            assertThat(workflow.get(list, example).body())
                    .contains(mine.value())
                    .doesNotContain(theirs.value());
        }

        String[] elsewhere = limitedTo(List.of(), List.of("elsewhere"));
        assertThat(workflow.get("/complaints/" + mine, elsewhere).statusCode()).isEqualTo(404);
        for (String counts : List.of("/queues", "/board/forecast?hours=72")) {
            assertThat(workflow.get(counts, elsewhere).body()).doesNotContain("\"" + queue + "\"");
            assertThat(workflow.get(counts, limitedTo(List.of(), List.of(queue))).body())
                    .contains("\"" + queue + "\"");
            assertThat(workflow.get(counts, limitedTo(List.of("Nobody"), List.of())).body())
                    .doesNotContain("\"queue\"");
        }
        assertThat(
                        workflow.get("/complaints/" + theirs, limitedTo(List.of(), List.of(queue)))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void agentsAreSeenByWhomeverTheirQueuesConcern() throws Exception {
        assertThat(agents("/agents", limitedTo(List.of(), List.of("vip"))))
                .containsExactly("tanaka", "wang");
        assertThat(agents("/agents?id=sato", limitedTo(List.of(), List.of("vip")))).isEmpty();
        assertThat(agents("/agents?id=sato", limitedTo(List.of(), List.of("billing"))))
                .containsExactly("sato");
        String[] brand = limitedTo(List.of("Example"), List.of());
        for (String others : List.of("/agents", "/agents?id=sato")) {
            HttpResponse<String> answer = workflow.get(others, brand);
            assertThat(answer.statusCode()).as(others).isEqualTo(403);
            assertThat(answer.body()).contains("not told apart by brand");
        }
        assertThat(workflow.get("/agents?id=mei", brand).statusCode()).isEqualTo(200);
    }

    private static List<String> agents(String path, String... headers) throws Exception {
        return Wire.mapper()
                .readTree(workflow.get(path, headers).body())
                .path("items")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    @Test
    void theStreamHidesWhatIsOutOfReach() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        CompletableFuture<?> reading =
                workflow.http()
                        .sendAsync(
                                HttpRequest.newBuilder(workflow.uri("/board/stream"))
                                        .headers(limitedTo(List.of("Example"), List.of()))
                                        .build(),
                                HttpResponse.BodyHandlers.fromLineSubscriber(new LineQueue(lines)));
        assertThat(lines.poll(10, TimeUnit.SECONDS)).startsWith(":");

        workflow.send(Topics.CONTACTS, Contacts.ofBrand("Other", Contacts.contact("hidden")));
        String hidden = Contacts.complaint("hidden").value();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> String.valueOf(lines.poll(1, TimeUnit.SECONDS)),
                        line -> line.equals("data: {\"id\":\"" + hidden + "\"}"));

        workflow.send(Topics.CONTACTS, Contacts.ofBrand("Example", Contacts.contact("shown")));
        String shown = Contacts.complaint("shown").value();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> String.valueOf(lines.poll(1, TimeUnit.SECONDS)),
                        line -> line.startsWith("data: {\"id\":\"" + shown + "\",\"reference"));
        reading.cancel(true);
    }

    /// Headers of an agent and supervisor who does not see everything.
    private static String[] limitedTo(List<String> brands, List<String> queues) {
        Identity limited =
                new Identity(
                        Actor.agent(new AgentId("mei")),
                        new TreeSet<>(Set.of(Role.AGENT, Role.SUPERVISOR)),
                        new Reach(
                                brands.stream().map(BrandName::new).toList(),
                                queues.stream().map(QueueName::new).toList(),
                                List.of()));
        return new String[] {IdentitySigner.HEADER, SignedIdentities.token(limited)};
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
        workflow.send(Topics.CONTACTS, ofSameCustomer(Contacts.contact("twin-b"), first));
        caseWith(survivor, 7);
        JsonNode before = caseWith(duplicate, 7);

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
        assertThat(caseWith(survivor, 8).path("contacts")).as("of both").hasSize(2);
        JsonNode merged = caseWith(duplicate, 9);
        assertThat(merged.at("/merged/into").asString()).isEqualTo(survivor.value());

        workflow.post("/complaints/" + duplicate + "/undo-merge", "{\"reason\":\"Two matters\"}");
        JsonNode parted = caseWith(duplicate, 10);
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

        String[] limited = limitedTo(List.of("Patient"), List.of());
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

    private static List<String> awaited(String what, String... headers) {
        return Wire.mapper()
                .readTree(workflow.get("/board/" + what, headers).body())
                .path("items")
                .valueStream()
                .map(item -> item.at("/complaint/id").asString())
                .toList();
    }

    @Test
    void aCoachingNoteIsReadBySupervisorsAndTheAgentHimselfAlone() {
        String path = "/agents/garcia/coaching-notes";
        String note = "{\"text\":\"A fine apology\",\"about\":\"%s\"}".formatted(COACHED);
        String[] supervisor = known("tanaka", Role.SUPERVISOR);
        String[] himself = known("garcia", Role.AGENT);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> written = workflow.post(path, note, json(supervisor));
            assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        }
        assertThat(workflow.post(path, note, json(himself)).statusCode()).isEqualTo(403);
        assertThat(workflow.post(path, "{\"text\":\" \"}", json(supervisor)).statusCode())
                .isEqualTo(422);

        JsonNode items = Wire.mapper().readTree(workflow.get(path, himself).body()).path("items");
        assertThat(items).hasSize(1);
        assertThat(items.at("/0/text").asString()).isEqualTo("A fine apology");
        assertThat(items.at("/0/about").asString()).isEqualTo(COACHED);
        assertThat(items.at("/0/by/name").asString()).isEqualTo("tanaka");
        assertThat(workflow.get(path, known("smith", Role.AGENT)).statusCode()).isEqualTo(404);
        assertThat(workflow.read(Topics.COACHING))
                .extracting(each -> each.agent().value())
                .containsOnlyOnce("garcia");
    }

    private static final String COACHED = Contacts.complaint("coached").reference().toString();

    private static String[] known(String agent, Role... roles) {
        Identity who = Identity.of(Actor.agent(new AgentId(agent)), roles);
        return new String[] {IdentitySigner.HEADER, SignedIdentities.token(who)};
    }

    private static String[] json(String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/json"));
        return all.toArray(String[]::new);
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

    private static JsonNode proposed(ComplaintId id, String conversation, int yen) {
        return proposed(id, Contacts.contact(conversation), yen);
    }

    private static JsonNode proposed(ComplaintId id, Contact contact, int yen) {
        workflow.send(Topics.CONTACTS, contact);
        caseWith(id, 7);
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
        return caseWith(id, Wire.mapper().readTree(answer.body()).path("version").asLong());
    }

    private static HttpResponse<String> as(String agent, String path, String body) {
        return workflow.post(path, body, "Amends-Actor", "agent:" + agent);
    }

    private static Contact ofSameCustomer(Contact contact, Contact other) {
        return new Contact(
                contact.complaintId(),
                contact.brand(),
                other.customer(),
                contact.content(),
                contact.original(),
                contact.normalisedAt());
    }

    @Test
    void oneCommandForManyIsPreviewedThenDecidedForEach() {
        ComplaintId open = Contacts.complaint("bulk-open");
        ComplaintId closed = Contacts.complaint("bulk-closed");
        workflow.send(Topics.CONTACTS, Contacts.contact("bulk-open"));
        workflow.send(Topics.CONTACTS, Contacts.contact("bulk-closed"));
        caseWith(open, 7);
        caseWith(closed, 7);
        workflow.post("/complaints/" + closed + "/close", "{\"reason\":\"NOT_A_COMPLAINT\"}");
        caseWith(closed, 8);
        String bulk =
                """
                {"complaints":["%s","%s","000000000000","?"],"command":"resolve",
                 "body":{"onTheSpot":true,"verification":"UNVERIFIED","summary":"Explained"}}\
                """
                        .formatted(open.reference(), closed);

        HttpResponse<String> preview = postJson("/complaints/commands?preview=true", bulk);
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

        JsonNode done = Wire.mapper().readTree(postJson("/complaints/commands", bulk).body());
        assertThat(done.path("accepted").asInt()).isEqualTo(1);
        assertThat(done.path("refused").asInt()).isEqualTo(3);
        assertThat(done.path("items").valueStream().map(item -> item.path("rule").asString("")))
                .containsExactly("", "CLOSED", "UNKNOWN_COMPLAINT", "UNKNOWN_COMPLAINT");
        assertThat(caseWith(open, done.at("/items/0/version").asLong()).path("status").asString())
                .isEqualTo("resolved");
        assertThat(
                        postJson(
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
        caseWith(stale, 7);
        long seen = caseWith(fresh, 7).path("version").asLong();
        workflow.post("/complaints/" + stale + "/reply", "{\"text\":\"We look into it\"}");
        caseWith(stale, 8);
        String bulk =
                """
                {"complaints":["%s","%s"],"command":"reply","body":{"text":"We are on it"},
                 "versions":{"%s":%d,"%s":7}}\
                """
                        .formatted(fresh, stale, fresh, seen, stale);
        for (String path : List.of("/complaints/commands?preview=true", "/complaints/commands")) {
            JsonNode answer = Wire.mapper().readTree(postJson(path, bulk).body());
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
        assertThat(postJson("/complaints/commands", astray.formatted(fresh)).statusCode())
                .isEqualTo(422);
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

    @Test
    void aClockGivesAccountOfItself() {
        ComplaintId id = Contacts.complaint("account");
        workflow.send(Topics.CONTACTS, Contacts.contact("account"));
        caseWith(id, 7);
        workflow.post(
                "/complaints/" + id + "/start-waiting",
                "{\"waitingFor\":\"PARTS\",\"reason\":\"On order\"}");
        caseWith(id, 9);

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
        assertThat(caseWith(id, 8).at("/typology/temperSigns/0/evidence/0").asString())
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
        JsonNode after = caseWith(id, 9);
        assertThat(after.at("/typology/temperCorrected").asBoolean()).isTrue();
        JsonNode hesitant = workflow.getJson(playbook + "?language=ja");
        assertThat(hesitant.path("temper").asString()).isEqualTo("HESITANT");
        assertThat(hesitant.path("opening").asString())
                .isNotEqualTo(angry.path("opening").asString());
        assertThat(workflow.get(playbook + "?language=fr").statusCode()).isEqualTo(404);

        ComplaintId next = Contacts.complaint("calm-again");
        workflow.send(
                Topics.CONTACTS,
                ofSameCustomer(Contacts.contact("calm-again"), Contacts.contact("furious")));
        caseWith(next, 7);
        JsonNode remembered = workflow.getJson("/complaints/" + next + "/playbook");
        assertThat(remembered.path("temper").asString()).isEqualTo("HESITANT");
        assertThat(remembered.at("/before/temperCorrected").asBoolean()).isTrue();
    }

    @Test
    void aClockIsToldAsKnownThenAndAsKnownNow() {
        ComplaintId id = Contacts.complaint("hindsight");
        workflow.send(Topics.CONTACTS, Contacts.contact("hindsight"));
        caseWith(id, 7);
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

    @Test
    void poisonInTheMiddleOfAPartitionStopsNobody() {
        int partition = partitionOf("poisoned");
        workflow.send(Topics.CONTACTS, Contacts.contact("poisoned"));
        for (Topic<?> topic : List.of(Topics.CONTACTS, Topics.COMMANDS, Topics.COMPLAINTS)) {
            workflow.send(
                    new ProducerRecord<>(
                            topic.name(),
                            partition,
                            Contacts.complaint("poisoned").value(),
                            "{\"poison\":".getBytes(StandardCharsets.UTF_8)));
        }
        workflow.send(
                Topics.CONTACTS, Contacts.contact("poisoned", "poisoned-2", "And one thing more"));

        JsonNode found = caseWith(Contacts.complaint("poisoned"), 8);
        assertThat(found.path("contacts")).hasSize(2);
        for (Topic<?> topic : List.of(Topics.CONTACTS, Topics.COMMANDS, Topics.COMPLAINTS)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () ->
                                    assertThat(workflow.readRaw(Topics.deadLetters(topic)))
                                            .as(topic.name())
                                            .hasSize(1));
        }
    }

    @Test
    void anEmptiedDatabaseFillsItselfAgainWithTheSameCases() {
        for (int i = 0; i < 20; i++) {
            workflow.send(Topics.CONTACTS, Contacts.contact("rebuild-" + i));
        }
        List<String> paths =
                IntStream.range(0, 20)
                        .mapToObj(i -> "/complaints/" + Contacts.complaint("rebuild-" + i))
                        .toList();
        IntStream.range(0, 20).forEach(i -> caseWith(Contacts.complaint("rebuild-" + i), 6));
        workflow.awaitQuiet();
        List<String> before = paths.stream().map(path -> workflow.get(path).body()).toList();
        JsonNode board = workflow.getJson("/board?limit=500").path("items");
        String notes = "/agents/smith/coaching-notes";
        workflow.post(notes, "{\"text\":\"Well asked\"}", json());
        JsonNode noted = workflow.getJson(notes);
        assertThat(noted.path("items")).hasSize(1);

        workflow.stop();
        workflow.emptyDatabase();
        workflow.start();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            assertThat(paths.stream().map(path -> workflow.get(path).body()))
                                    .isEqualTo(before);
                            assertThat(workflow.getJson("/board?limit=500").path("items"))
                                    .isEqualTo(board);
                        });
        assertThat(workflow.getJson(notes)).isEqualTo(noted);
    }

    @Test
    void foldingTheLogGivesTheStoredState() {
        for (int i = 0; i < 10; i++) {
            workflow.send(Topics.CONTACTS, Contacts.contact("log-" + i));
            caseWith(Contacts.complaint("log-" + i), 6);
        }
        workflow.awaitQuiet();
        Map<ComplaintId, Complaint> folded = new HashMap<>();
        for (RecordedEvent event : workflow.readable(Topics.COMPLAINTS)) {
            folded.compute(
                    event.complaintId(),
                    (id, known) -> (known == null ? Complaint.unborn(id) : known).evolve(event));
        }
        assertThat(folded).hasSizeGreaterThanOrEqualTo(10);
        assertThat(folded)
                .allSatisfy((id, state) -> assertThat(workflow.stored(id)).isEqualTo(state));
    }

    @Test
    void theBoardStreamShowsAChangeAsItHappens() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        CompletableFuture<?> reading =
                workflow.http()
                        .sendAsync(
                                HttpRequest.newBuilder(workflow.uri("/board/stream"))
                                        .headers(SignedIdentities.identified())
                                        .build(),
                                HttpResponse.BodyHandlers.fromLineSubscriber(new LineQueue(lines)));
        assertThat(lines.poll(10, TimeUnit.SECONDS)).startsWith(":");

        workflow.send(Topics.CONTACTS, Contacts.contact("live"));

        String id = Contacts.complaint("live").value();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> String.valueOf(lines.poll(1, TimeUnit.SECONDS)),
                        line -> line.startsWith("data: {\"id\":\"" + id));
        reading.cancel(true);
    }

    @Test
    void whoComesBackToTheBoardStreamIsToldWhatHeMissed() throws Exception {
        String page = workflow.getJson("/board?limit=1").path("position").asString();
        workflow.send(Topics.CONTACTS, Contacts.contact("missed"));
        caseWith(Contacts.complaint("missed"), 6);
        workflow.awaitQuiet();

        String missed = "data: {\"id\":\"" + Contacts.complaint("missed").value();
        assertThat(streamed("/board/stream?since=" + page, null, missed)).contains(missed);
        List<String> resumed = streamed("/board/stream", page, missed);
        assertThat(resumed).contains("id: " + page).contains(missed);
        assertThat(resumed).doesNotContain("event: reload");
        assertThat(streamed("/board/stream", "another-process-5", "event: reload"))
                .contains("event: reload");
    }

    /// What comes until a line begins as told.
    private static List<String> streamed(String path, @Nullable String lastSeen, String until)
            throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(workflow.uri(path)).headers(SignedIdentities.identified());
        if (lastSeen != null) {
            request.header("Last-Event-ID", lastSeen);
        }
        CompletableFuture<?> reading =
                workflow.http()
                        .sendAsync(
                                request.build(),
                                HttpResponse.BodyHandlers.fromLineSubscriber(new LineQueue(lines)));
        List<String> read = new ArrayList<>();
        String line;
        do {
            line = String.valueOf(lines.poll(10, TimeUnit.SECONDS));
            assertThat(line).as("after " + read).isNotEqualTo("null");
            read.add(line.startsWith(until) ? until : line);
        } while (!line.startsWith(until));
        reading.cancel(true);
        return read;
    }

    @Test
    void theBoardIsFilteredSearchedAndOrderedAsAsked() {
        workflow.send(Topics.CONTACTS, Contacts.contact("sought", "sought-1", "It leaks"));
        workflow.send(Topics.CONTACTS, Contacts.contact("later", "later-1", "It rattles"));
        caseWith(Contacts.complaint("sought"), 6);
        caseWith(Contacts.complaint("later"), 6);
        workflow.awaitQuiet();

        JsonNode found = workflow.getJson("/board?text=HANAKO%20sought").path("items");
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("id").asString())
                .isEqualTo(Contacts.complaint("sought").value());
        assertThat(workflow.getJson("/board?text=sought&language=ja").path("items")).isEmpty();
        JsonNode newest = workflow.getJson("/board?sort=newest&limit=2").path("items");
        assertThat(newest.valueStream().map(row -> row.path("id").asString()))
                .containsExactlyInAnyOrder(
                        Contacts.complaint("sought").value(), Contacts.complaint("later").value());
        for (String wrong : List.of("sort=best", "state=late", "priority=9", "language=")) {
            assertThat(workflow.get("/board?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void whatWillBeDueIsToldHourByHour() {
        workflow.send(Topics.CONTACTS, Contacts.contact("due"));
        String queue = caseWith(Contacts.complaint("due"), 6).path("queue").asString();
        workflow.awaitQuiet();

        JsonNode hours = workflow.getJson("/board/forecast?hours=72&queue=" + queue).path("hours");
        assertThat(hours).hasSize(72);
        assertThat(
                        hours.valueStream()
                                .flatMap(hour -> hour.path("queues").valueStream())
                                .mapToLong(due -> due.path("clocks").asLong())
                                .sum())
                .isPositive();
    }

    @Test
    void theBoardIsReadPageByPageMostUrgentFirst() {
        for (int i = 0; i < 7; i++) {
            workflow.send(Topics.CONTACTS, Contacts.contact("page-" + i));
        }
        workflow.send(
                Topics.CONTACTS,
                Contacts.contact("page-fire", "page-fire-1", "It caught fire and I was injured"));
        IntStream.range(0, 7).forEach(i -> caseWith(Contacts.complaint("page-" + i), 6));
        caseWith(Contacts.complaint("page-fire"), 6);
        workflow.awaitQuiet();

        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = workflow.getJson("/board?limit=3" + next);
            page.path("items").forEach(row -> ids.add(row.path("id").asString()));
            next = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());

        assertThat(ids).doesNotHaveDuplicates();
        long open =
                workflow.getJson("/queues")
                        .path("items")
                        .valueStream()
                        .mapToLong(queue -> queue.path("open").asLong())
                        .sum();
        assertThat(ids).hasSize((int) open);
        assertThat(ids.indexOf(Contacts.complaint("page-fire").value()))
                .isLessThan(ids.indexOf(Contacts.complaint("page-0").value()));
        assertThat(workflow.get("/board?cursor=nonsense").statusCode()).isEqualTo(400);
        assertThat(workflow.getJson("/complaints?limit=2").path("items")).hasSize(2);
    }

    @Test
    void theOriginalOfAContactCanBeDownloaded() {
        ComplaintId id = Contacts.complaint("original");
        Contact contact = Contacts.contact("original");
        workflow.send(Topics.CONTACTS, contact);
        caseWith(id, 6);

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
        long version = caseWith(id, 7).path("version").asLong();
        String viewers = "/complaints/" + id.reference() + "/viewers";

        assertThat(looking(viewers, "mei")).isEmpty();
        assertThat(looking(viewers + "?writing=true", "sato")).containsExactly("mei false");
        assertThat(looking(viewers, "mei")).containsExactly("sato true");
        assertThat(workflow.delete(viewers, agent("sato")).statusCode()).isEqualTo(204);
        assertThat(looking(viewers, "mei")).isEmpty();
        assertThat(workflow.getJson("/complaints/" + id).path("version").asLong())
                .isEqualTo(version);
    }

    private static List<String> looking(String viewers, String name) {
        return Wire.mapper()
                .readTree(workflow.put(viewers, "", agent(name)).body())
                .path("items")
                .valueStream()
                .map(each -> each.path("name").asString() + " " + each.path("writing").asBoolean())
                .toList();
    }

    private static String[] agent(String name) {
        return new String[] {
            IdentitySigner.HEADER,
            SignedIdentities.token(Identity.of(Actor.agent(new AgentId(name)), Role.AGENT))
        };
    }

    @Test
    void whatElseACustomerComplainedAboutAndWhatItsOwnerHasToDoAreListed() {
        ComplaintId id = Contacts.complaint("again");
        ComplaintId before = Contacts.complaint("again-before");
        Contact again = Contacts.contact("again");
        workflow.send(
                Topics.CONTACTS, Contacts.ofCustomer(again, Contacts.contact("again-before")));
        workflow.send(Topics.CONTACTS, again);
        String owner = caseWith(id, 7).path("owner").asString();
        caseWith(before, 7);
        workflow.awaitQuiet();

        assertThat(ids("/complaints/" + id + "/others")).containsExactly(before.value());
        assertThat(ids("/complaints/" + before + "/others?limit=1")).containsExactly(id.value());
        assertThat(ids("/agents/" + owner + "/work"))
                .isNotEmpty()
                .isSubsetOf(ids("/board?limit=500&owner=" + owner))
                .contains(id.value());
        assertThat(ids("/agents/nobody/work")).isEmpty();
    }

    @Test
    void twoCustomersBecomeOnePersonAndAreToldApartAgain() {
        ComplaintId before = Contacts.complaint("linked-before");
        ComplaintId after = Contacts.complaint("linked-after");
        workflow.send(Topics.CONTACTS, Contacts.contact("linked-before"));
        caseWith(before, 7);
        workflow.send(Topics.CONTACTS, Contacts.contact("linked-after"));
        caseWith(after, 7);
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

    private static boolean again(ComplaintId id) {
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
        caseWith(known, 7);
        for (String[] each :
                new String[][] {{"link-role", "ROLE_MAILBOX"}, {"link-phone", "SHARED_PHONE"}}) {
            ComplaintId shared = Contacts.complaint(each[0]);
            caseWith(shared, 7);
            HttpResponse<String> refused =
                    workflow.put("/complaints/" + shared + "/customer-links/" + known, "{\"reason\":\"so\"}");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
            assertThat(refused.body()).contains(each[1], "ask him");
            assertThat(ids("/complaints/" + shared + "/others")).isEmpty();
        }
    }

    private static List<String> ids(String path) {
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
                        caseWith(Contacts.complaint("new-policy"), 6)
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
        String queue = caseWith(Contacts.complaint("tried"), 7).path("queue").asString();
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
        caseWith(Contacts.complaint("rest"), 7);
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

    private static String faultOf(String candidate) {
        HttpResponse<String> answer =
                postJson(
                        "/policies/preview",
                        candidate.formatted("\"from\":\"2026-11-09\",\"to\":\"2026-11-09\""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return Wire.mapper().readTree(answer.body()).at("/errors/0/pointer").asString();
    }

    /// Tried on what was received at one instant.
    private static JsonNode preview(String policy, JsonNode body, Instant received) {
        ObjectNode candidate = Wire.mapper().createObjectNode();
        candidate.put("name", policy);
        candidate.set("body", body);
        candidate.put("from", received.toString());
        candidate.put("to", received.plusMillis(1).toString());
        HttpResponse<String> answer = postJson("/policies/preview", candidate.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Wire.mapper().readTree(answer.body());
    }

    private static HttpResponse<String> postJson(String path, String body) {
        return workflow.post(path, body, "Content-Type", "application/json");
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

    private static JsonNode membership(String agent) {
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
        assertThat(caseWith(id, 6).has("owner")).isFalse();

        JsonNode given = await().until(WorkflowServiceIT::next, next -> next.has("complaintId"));
        assertThat(given.path("complaintId").asString()).isEqualTo(id.value());
        assertThat(caseWith(id, 7).path("owner").asString()).isEqualTo("kimura");
        assertThat(next().path("why").asString()).isEqualTo("NO_ROOM");
        assertThat(workflow.post("/agents/nobody/next", "").statusCode()).isEqualTo(404);
    }

    private static void publishPoolOfOneWhoAsks() {
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

    private static JsonNode next() {
        return Wire.mapper().readTree(workflow.post("/agents/kimura/next", "").body());
    }

    private static int partitionOf(String conversation) {
        return Utils.toPositive(
                        Utils.murmur2(
                                Contacts.complaint(conversation)
                                        .value()
                                        .getBytes(StandardCharsets.UTF_8)))
                % RunningWorkflow.PARTITIONS;
    }

    private static JsonNode caseWith(ComplaintId id, long version) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> workflow.getJson("/complaints/" + id),
                        json -> json.path("version").asLong() >= version);
    }
}
