package amends.intake.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;
import amends.contracts.complaint.Outcome;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.notification.MailTraces;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.RawContent;
import amends.contracts.quarantine.AsideKind;
import amends.contracts.quarantine.QuarantineEvent;
import amends.contracts.quarantine.QuarantineEvent.InputEdited;
import amends.contracts.quarantine.QuarantineEvent.InputQuarantined;
import amends.contracts.quarantine.QuarantineId;
import amends.contracts.quarantine.QuarantineReason;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.intake.channel.CanonicalForm;
import amends.intake.channel.ComplaintChannel;
import amends.intake.channel.EmailChannel;
import amends.intake.channel.House;
import amends.intake.content.Folders;
import amends.intake.ledger.Conservation;
import amends.intake.ledger.Ticket;
import amends.intake.normalise.Normalisation;
import amends.intake.normalise.SharedPoints;
import amends.intake.publish.Log;
import amends.intake.publish.Logs;
import amends.intake.publish.TooLarge;
import amends.intake.recognise.Recogniser;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

class QuarantineTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final Actor ADA = new Actor(Actor.Kind.AGENT, new ActorName("ada"));
    private static final RawContent SOUND =
            RawContent.of("{\"text\":\"It leaks\"}".getBytes(StandardCharsets.UTF_8));

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final QuarantineView view = new QuarantineView(client.getDatabase("amends"));
    private final MockProducer<String, byte[]> topic =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Conservation books = new Conservation("here", Duration.ofMinutes(5));
    @TempDir private Path files;

    @AfterEach
    void close() {
        client.close();
        server.shutdown();
    }

    @Test
    void oneThatCannotEvenBeReadStaysAndTheOthersGoOn() {
        view.write(List.of(kept("a", SOUND), kept("b", new RawContent("%")), kept("c", SOUND)));
        Quarantine.Retried retried =
                quarantine().retryAll(Selection.lying(null, null), null, 100, ADA);
        assertThat(retried).isEqualTo(new Quarantine.Retried(3, 2, 1, null));
        assertThat(quarantine().retry(new QuarantineId("b"), ADA))
                .isInstanceOfSatisfying(
                        Result.StillQuarantined.class,
                        still -> assertThat(still.reason()).isEqualTo("input-unreadable"));
    }

    @Test
    void whatIsReleasedIsInTheBooksUntilItIsAnswered() {
        view.write(List.of(kept("a", SOUND), kept("b", new RawContent("%"))));
        quarantine().retryAll(Selection.lying(null, null), null, 100, ADA);
        assertThat(books.since(NOON))
                .singleElement()
                .satisfies(
                        minute -> {
                            assertThat(minute.source()).isEqualTo("quarantine");
                            assertThat(minute.received()).isEqualTo(1);
                            assertThat(minute.open()).isEqualTo(1);
                        });
        assertThat(books.missing(NOON.plus(Duration.ofHours(1))).contacts()).hasSize(1);
        byte[] ticket =
                topic.history().getFirst().headers().lastHeader(CloudEventHeaders.REPLY_TO).value();
        books.answered(
                Ticket.parse(new String(ticket, StandardCharsets.UTF_8)).orElseThrow(),
                Outcome.Disposition.NEW,
                0,
                0);
        assertThat(books.missing(NOON.plus(Duration.ofHours(1))).count()).isZero();
    }

    @Test
    void aCorrectionThatDoesNotFitBesideTheInputIsRefused() {
        view.write(List.of(kept("a", large())));
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(
                        () -> quarantine().edit(new QuarantineId("a"), new byte[6_000_000], ADA));
        assertThat(topic.history()).isEmpty();
    }

    @Test
    void whatTheViewCannotHoldIsLeftOutAndTheRestIsShown() {
        view.write(List.of(kept("a", large())));
        view.write(
                List.of(
                        recorded("a", new InputEdited(large(), ADA)),
                        kept("b", new RawContent("A".repeat(16_800_000))),
                        kept("c", SOUND)));
        assertThat(view.find(new QuarantineId("a")))
                .hasValueSatisfying(each -> assertThat(each).doesNotContainKey("editedContent"));
        assertThat(view.find(new QuarantineId("b"))).isEmpty();
        assertThat(view.find(new QuarantineId("c"))).isPresent();
    }

    @Test
    void aCorrectedMailThatAMachineWroteIsSetAsideAndStaysOneItem() {
        view.write(List.of(recorded("a", mail("no mail"))));
        Result result =
                quarantine()
                        .edit(
                                new QuarantineId("a"),
                                "From: bot@example.org\r\nAuto-Submitted: auto-replied\r\n\r\nAway"
                                        .getBytes(StandardCharsets.UTF_8),
                                ADA);
        assertThat(result).isEqualTo(new Result.SetAside(AsideKind.AUTOMATIC_REPLY));
        List<RecordedQuarantine> told =
                topic.history().stream()
                        .map(each -> Wire.read(each.value(), Topics.QUARANTINE.type()))
                        .toList();
        assertThat(told).allMatch(each -> each.id().equals(new QuarantineId("a")));
        view.write(told);
        assertThat(view.find(new QuarantineId("a")))
                .hasValueSatisfying(
                        item ->
                                assertThat(item)
                                        .containsEntry("status", QuarantineView.SET_ASIDE)
                                        .containsEntry("reason", "automatic-reply")
                                        .containsKey("editedContent"));
        assertThat(view.lying()).isEqualTo(Lying.NOTHING);
    }

    private Quarantine quarantine() {
        House house = new House(new BrandName("Example"), Map.of(), ZoneId.of("Asia/Tokyo"));
        Normalisation normalisation =
                new Normalisation(
                        Map.of(),
                        SharedPoints.ONLY_MAILBOXES,
                        new Recogniser(ZoneOffset.UTC, Map.of()));
        Log log = Logs.over(topic);
        return new Quarantine(
                view,
                List.of(
                        new ComplaintChannel(new CanonicalForm(house, normalisation)),
                        new EmailChannel(house, normalisation, new MailTraces("amends.example"))),
                log,
                Logs.reception(log, books, Folders.filing(files)),
                InstantSource.fixed(NOON));
    }

    private static RawContent large() {
        return RawContent.of(new byte[6_500_000]);
    }

    private static RecordedQuarantine kept(String id, RawContent content) {
        return recorded(
                id,
                new InputQuarantined(
                        new ChannelName("complaints"),
                        null,
                        new QuarantineReason("rules-broken"),
                        new FreeText("so"),
                        new MediaTypeName("application/json"),
                        content,
                        new FreeText(id)));
    }

    private static InputQuarantined mail(String content) {
        return new InputQuarantined(
                new ChannelName("email"),
                null,
                new QuarantineReason("mail-without-headers"),
                new FreeText("so"),
                new MediaTypeName("message/rfc822"),
                RawContent.of(content.getBytes(StandardCharsets.UTF_8)),
                null);
    }

    private static RecordedQuarantine recorded(String id, QuarantineEvent event) {
        return new RecordedQuarantine(
                new QuarantineId(id), new SourceName("integration:shop"), NOON, event);
    }
}
