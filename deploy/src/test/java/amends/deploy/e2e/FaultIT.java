package amends.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ContactAppended;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.contact.Contact;
import amends.contracts.quarantine.QuarantineEvent.InputQuarantined;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.Topics;
import amends.deploy.local.LocalPlatform;
import amends.deploy.local.PlatformOptions;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/// Every process is killed in turn, without warning, while a file is imported. Afterwards every row
/// is accounted for exactly once, nothing happened twice to any complaint, and an emptied database
/// rebuilds to the same views.
@Order(1)
class FaultIT {

    private static final int PORT_BASE = 19_300;
    private static final Rows ROWS = Rows.generate(4_000);
    private static final List<String> VICTIMS =
            List.of(
                    "intake-service",
                    "workflow-service",
                    "analytics-service",
                    "notification-service",
                    "broker",
                    "gateway");

    @TempDir private Path data;

    @Test
    void everyRowIsAccountedForExactlyOnceWhateverDies() {
        try (LocalPlatform platform =
                LocalPlatform.start(
                        data, PORT_BASE, PlatformOptions.everything().withShortLife())) {
            importWhileProcessesDie(platform);
            everyRowIsAccountedFor(platform);
            everyComplaintHasOneUnbrokenHistory(platform);
            theViewsAgreeWithTheLog(platform);
            theBooksOfArrivalsBalance(platform);
            Map<String, List<String>> before = Views.settled(platform.mongodbUri());
            emptyTheDatabase(platform);
            Views.awaitSame(platform.mongodbUri(), before);
        }
    }

    private static void importWhileProcessesDie(LocalPlatform platform) {
        AtomicBoolean calm = new AtomicBoolean();
        CompletableFuture<Import> importing =
                CompletableFuture.supplyAsync(() -> importUntilComplete(platform, calm));
        for (String victim : VICTIMS) {
            platform.process(victim).killForcibly();
            platform.restart(victim);
        }
        calm.set(true);
        Import complete = importing.join();
        assertThat(complete.received()).isEqualTo(ROWS.lines().size());
        assertThat(complete.balances()).as(complete.toString()).isTrue();
        assertThat(complete.quarantined()).isEqualTo(ROWS.broken());

        Import again = importOnce(platform, calm);
        assertThat(again.known()).isEqualTo(ROWS.lines().size() - ROWS.broken());
        assertThat(again.fresh() + again.appended()).isZero();
    }

    /// As a person would: whenever the import breaks, start it again.
    private static Import importUntilComplete(LocalPlatform platform, AtomicBoolean calm) {
        return await().atMost(Duration.ofMinutes(6))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsMatching(broken -> true)
                .until(() -> importOnce(platform, calm), Import::balances);
    }

    private static Import importOnce(LocalPlatform platform, AtomicBoolean calm) {
        Api api = Api.withKey(platform.gateway(), platform.credentials().apiKeys().integration());
        String id = "fault-" + System.nanoTime();
        return Import.of(
                api, id, "source=fault", "application/x-ndjson", () -> ROWS.stream(calm::get));
    }

    private static void everyRowIsAccountedFor(LocalPlatform platform) {
        String bootstrap = platform.ports().kafka();
        List<Contact> contacts = TopicContent.of(bootstrap, Topics.CONTACTS);
        long distinct = contacts.stream().map(contact -> contact.content().id()).distinct().count();
        assertThat(distinct).isEqualTo(ROWS.complaints() + ROWS.followers());

        List<RecordedEvent> events = TopicContent.of(bootstrap, Topics.COMPLAINTS);
        assertThat(count(events, ComplaintReceived.class)).isEqualTo(ROWS.complaints());
        assertThat(count(events, ContactAppended.class)).isEqualTo(ROWS.followers());

        List<RecordedQuarantine> quarantine = TopicContent.of(bootstrap, Topics.QUARANTINE);
        assertThat(
                        quarantine.stream()
                                .filter(it -> it.event() instanceof InputQuarantined)
                                .map(RecordedQuarantine::id)
                                .distinct())
                .hasSize(ROWS.broken());
    }

    private static long count(List<RecordedEvent> events, Class<?> type) {
        return events.stream().filter(event -> type.isInstance(event.event())).count();
    }

    private static void everyComplaintHasOneUnbrokenHistory(LocalPlatform platform) {
        var histories =
                TopicContent.of(platform.ports().kafka(), Topics.COMPLAINTS).stream()
                        .collect(groupingBy(RecordedEvent::complaintId));
        assertThat(histories).hasSize(ROWS.complaints());
        assertThat(histories.values())
                .allSatisfy(
                        history -> {
                            assertThat(history.stream().map(RecordedEvent::version))
                                    .containsExactlyElementsOf(
                                            LongStream.rangeClosed(1, history.size())
                                                    .boxed()
                                                    .toList());
                            assertThat(
                                            history.stream()
                                                    .collect(
                                                            groupingBy(
                                                                    RecordedEvent::type,
                                                                    counting())))
                                    .containsEntry("ComplaintReceived", 1L);
                        });
    }

    private static void theViewsAgreeWithTheLog(LocalPlatform platform) {
        await().atMost(Duration.ofSeconds(180))
                .untilAsserted(
                        () ->
                                assertThat(Views.caseVersions(platform.mongodbUri()))
                                        .isEqualTo(lastVersions(platform)));
    }

    /// Also for what arrived just before a kill.
    private static void theBooksOfArrivalsBalance(LocalPlatform platform) {
        Api ops = Api.withKey(platform.gateway(), platform.credentials().apiKeys().ops());
        await().atMost(Duration.ofSeconds(180))
                .untilAsserted(
                        () -> {
                            JsonNode sources =
                                    ops.get("/api/intake/operations/intake?minutes=120")
                                            .expect(200)
                                            .json()
                                            .path("sources");
                            assertThat(sum(sources, "open")).isZero();
                            assertThat(sum(sources, "new")).isEqualTo(ROWS.complaints());
                            assertThat(sum(sources, "appended")).isEqualTo(ROWS.followers());
                        });
    }

    private static long sum(JsonNode rows, String figure) {
        return rows.valueStream().mapToLong(row -> row.path(figure).asLong()).sum();
    }

    private static Map<String, Long> lastVersions(LocalPlatform platform) {
        return TopicContent.of(platform.ports().kafka(), Topics.COMPLAINTS).stream()
                .collect(groupingBy(event -> event.complaintId().value(), counting()));
    }

    private static void emptyTheDatabase(LocalPlatform platform) {
        List<String> readers =
                List.of(
                        "intake-service",
                        "workflow-service",
                        "analytics-service",
                        "notification-service");
        readers.forEach(name -> platform.process(name).killForcibly());
        Views.drop(platform.mongodbUri());
        readers.forEach(platform::restart);
    }
}
