package amends.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.identity.SignedIdentities;
import amends.contracts.wire.Topics;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// The board as it is read, and as it changes.
@ExtendWith(SharedWorkflow.class)
class BoardIT {

    private final RunningWorkflow workflow;

    BoardIT(RunningWorkflow workflow) {
        this.workflow = workflow;
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
        workflow.caseWith(Contacts.complaint("missed"), 6);
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
    private List<String> streamed(String path, @Nullable String lastSeen, String until)
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
        workflow.caseWith(Contacts.complaint("sought"), 6);
        workflow.caseWith(Contacts.complaint("later"), 6);
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
        String queue = workflow.caseWith(Contacts.complaint("due"), 6).path("queue").asString();
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
        IntStream.range(0, 7).forEach(i -> workflow.caseWith(Contacts.complaint("page-" + i), 6));
        workflow.caseWith(Contacts.complaint("page-fire"), 6);
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
}
