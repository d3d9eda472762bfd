package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.identity.EnforcedRights;
import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentitySigner;
import amends.contracts.identity.SignedIdentities;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Whoever is limited to a brand or a queue meets nothing else.
@ExtendWith(SharedWorkflow.class)
class ReachIT {

    private final RunningWorkflow workflow;

    ReachIT(RunningWorkflow workflow) {
        this.workflow = workflow;
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
        String queue = workflow.caseWith(mine, 7).path("queue").asString();
        workflow.caseWith(theirs, 7);

        String[] example = Callers.limitedTo(List.of("Example"), List.of());
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

        String[] elsewhere = Callers.limitedTo(List.of(), List.of("elsewhere"));
        assertThat(workflow.get("/complaints/" + mine, elsewhere).statusCode()).isEqualTo(404);
        for (String counts : List.of("/queues", "/board/forecast?hours=72")) {
            assertThat(workflow.get(counts, elsewhere).body()).doesNotContain("\"" + queue + "\"");
            assertThat(workflow.get(counts, Callers.limitedTo(List.of(), List.of(queue))).body())
                    .contains("\"" + queue + "\"");
            assertThat(workflow.get(counts, Callers.limitedTo(List.of("Nobody"), List.of())).body())
                    .doesNotContain("\"queue\"");
        }
        assertThat(
                        workflow.get(
                                        "/complaints/" + theirs,
                                        Callers.limitedTo(List.of(), List.of(queue)))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void agentsAreSeenByWhomeverTheirQueuesConcern() throws Exception {
        assertThat(agents("/agents", Callers.limitedTo(List.of(), List.of("vip"))))
                .containsExactly("tanaka", "wang");
        assertThat(agents("/agents?id=sato", Callers.limitedTo(List.of(), List.of("vip"))))
                .isEmpty();
        assertThat(agents("/agents?id=sato", Callers.limitedTo(List.of(), List.of("billing"))))
                .containsExactly("sato");
        String[] brand = Callers.limitedTo(List.of("Example"), List.of());
        for (String others : List.of("/agents", "/agents?id=sato")) {
            HttpResponse<String> answer = workflow.get(others, brand);
            assertThat(answer.statusCode()).as(others).isEqualTo(403);
            assertThat(answer.body()).contains("not told apart by brand");
        }
        assertThat(workflow.get("/agents?id=mei", brand).statusCode()).isEqualTo(200);
    }

    private List<String> agents(String path, String... headers) throws Exception {
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
                                        .headers(Callers.limitedTo(List.of("Example"), List.of()))
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
}
