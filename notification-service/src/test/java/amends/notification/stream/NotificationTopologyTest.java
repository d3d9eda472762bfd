package amends.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.*;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.complaint.Verification;
import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.NotificationEvent;
import amends.contracts.notification.NotificationEvent.EmailRequested;
import amends.contracts.notification.NotificationEvent.NotificationSuppressed;
import amends.contracts.notification.NotificationKind;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.FreeText;
import amends.contracts.routing.QueueName;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.EscalationAction;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.notification.Stories;
import amends.notification.rule.Colleagues;
import amends.notification.rule.Correspondence;
import amends.notification.rule.Escalations;
import amends.notification.rule.Reactions;
import amends.notification.rule.Telling;
import amends.notification.template.TemplateLetters;
import amends.notification.template.Templates;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/// The rules with their stores, and the schedule while the clock moves.
class NotificationTopologyTest {

    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Escalations ESCALATIONS =
            new Escalations(
                    URI.create("https://example.jp"),
                    new Colleagues(List.of(), List.of(), new LanguageTag("en")),
                    Map.of(
                            new QueueName("safety"),
                            new Colleagues(
                                    List.of(
                                            new EmailAddress("team@example.org"),
                                            new EmailAddress("both@example.org")),
                                    List.of(new EmailAddress("both@example.org")),
                                    new LanguageTag("ja"))));
    private final ComplaintId id = Stories.complaint("<stream@example.jp>");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private static final Templates SHIPPED = Templates.shipped();

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> complaints;
    private TestOutputTopic<String, RecordedNotification> notifications;
    private long version;

    @BeforeEach
    void start(@TempDir Path folder) {
        StreamSettings settings = new StreamSettings(folder, THREE_DAYS, Duration.ofSeconds(1), 10);
        Telling telling =
                new Telling(
                        new TemplateLetters(
                                () -> SHIPPED,
                                ZoneId.of("Asia/Tokyo"),
                                (_, followUp, _) ->
                                        URI.create("https://example.jp/" + followUp.round())),
                        ESCALATIONS);
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver =
                new TopologyTestDriver(
                        NotificationTopology.of(telling, settings, new StreamMetrics(registry)),
                        properties,
                        Stories.APRIL_FIRST);
        complaints =
                driver.createInputTopic(
                        Topics.COMPLAINTS.name(),
                        new StringSerializer(),
                        new ByteArraySerializer());
        notifications =
                driver.createOutputTopic(
                        Topics.NOTIFICATIONS.name(),
                        new StringDeserializer(),
                        Topics.NOTIFICATIONS.deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aResolvedComplaintIsFollowedUpOnceAfterTheDelay() {
        received("hanako@example.jp");
        happens(resolution());
        assertThat(kinds())
                .containsExactly(NotificationKind.ACKNOWLEDGEMENT, NotificationKind.SOLUTION);
        assertThat(scheduled()).isEqualTo(1);

        driver.advanceWallClockTime(THREE_DAYS.minusSeconds(2));
        assertThat(kinds()).isEmpty();
        driver.advanceWallClockTime(Duration.ofSeconds(4));
        EmailRequested question = (EmailRequested) notifications.readValue().event();
        assertThat(question.kind()).isEqualTo(NotificationKind.FOLLOW_UP);
        assertThat(question.round()).isEqualTo(1);
        assertThat(question.message().text().value()).contains("https://example.jp/1");
        assertThat(scheduled()).isZero();

        driver.advanceWallClockTime(THREE_DAYS);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void reopeningCallsTheFollowUpOffAndTheNextSolutionBeginsRoundTwo() {
        received("hanako@example.jp");
        happens(resolution());
        happens(new ComplaintReopened(ReopeningReason.CUSTOMER_CONTACTED_AGAIN, null));
        kinds();
        driver.advanceWallClockTime(THREE_DAYS.plusSeconds(2));
        assertThat(kinds()).isEmpty();

        happens(resolution());
        kinds();
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        EmailRequested question = (EmailRequested) notifications.readValue().event();
        assertThat(question.round()).isEqualTo(2);
    }

    @Test
    void closingCallsTheFollowUpOff() {
        received("hanako@example.jp");
        happens(resolution());
        happens(new ComplaintClosed(ClosingReason.WITHDRAWN));
        kinds();
        driver.advanceWallClockTime(THREE_DAYS.plusSeconds(2));
        assertThat(kinds()).isEmpty();
        assertThat(scheduled()).isZero();
    }

    @Test
    void anEscalationIsToldToThePeopleOfItsQueueAndNeverToTheCustomer() {
        received("hanako@example.jp");
        notifications.readValuesToList();
        happens(escalated("safety", EscalationAction.NOTIFY, EscalationAction.CALL_SUPERVISOR));
        List<EmailRequested> mails =
                notifications.readValuesToList().stream()
                        .map(each -> (EmailRequested) each.event())
                        .toList();
        assertThat(mails)
                .extracting(mail -> mail.kind() + " " + mail.to().value())
                .containsExactly("ESCALATION both@example.org", "ESCALATION team@example.org");
        assertThat(mails).extracting(EmailRequested::id).doesNotHaveDuplicates();
        assertThat(mails.get(0).message().text().value())
                .contains("責任者として", "キュー：safety／担当者：sato", "https://example.jp/#/complaints/" + id);
        assertThat(mails.get(1).message().text().value()).doesNotContain("責任者として");
    }

    @Test
    void anEscalationMetTwiceLeadsToTheSameMessages() {
        received("hanako@example.jp");
        notifications.readValuesToList();
        ComplaintEvent event = escalated("safety", EscalationAction.NOTIFY);
        put(id, 2, event);
        List<NotificationEvent> first = events();
        put(id, 2, event);
        assertThat(events()).isEqualTo(first).hasSize(2);
    }

    @Test
    void withoutColleaguesToTellThatIsPutOnRecord() {
        received("hanako@example.jp");
        notifications.readValuesToList();
        happens(escalated("general", EscalationAction.NOTIFY));
        assertThat(events())
                .singleElement()
                .isInstanceOfSatisfying(
                        NotificationSuppressed.class,
                        none -> assertThat(none.kind()).isEqualTo(NotificationKind.ESCALATION));
        happens(escalated("general", EscalationAction.RAISE_PRIORITY));
        assertThat(events()).as("nobody is to be told").isEmpty();
    }

    private List<NotificationEvent> events() {
        return notifications.readValuesToList().stream().map(RecordedNotification::event).toList();
    }

    private static ComplaintEvent escalated(String queue, EscalationAction... actions) {
        return new ClockEscalated(
                new ClockName("resolution"),
                Stories.APRIL_FIRST,
                150,
                new TreeSet<>(List.of(actions)),
                new QueueName(queue),
                new AgentId("sato"));
    }

    @Test
    void withoutAnAddressNothingIsSentAndThatIsSaid() {
        received();
        happens(resolution());
        driver.advanceWallClockTime(THREE_DAYS.plusSeconds(2));
        List<NotificationEvent> told =
                notifications.readValuesToList().stream().map(RecordedNotification::event).toList();
        assertThat(told).hasSize(3).allMatch(NotificationSuppressed.class::isInstance);
    }

    @Test
    void manyFollowUpsDueAtOnceAllGoOutEarliestFirst() {
        int many = 25;
        for (int i = 0; i < many; i++) {
            ComplaintId other = Stories.complaint("<" + i + "@example.jp>");
            put(other, 1, Stories.received(other, "en", "a@example.com"));
            put(other, 2, resolution());
        }
        notifications.readValuesToList();
        assertThat(scheduled()).isEqualTo(many);
        for (int tick = 0; tick < 4; tick++) {
            driver.advanceWallClockTime(tick == 0 ? THREE_DAYS : Duration.ofSeconds(1));
        }
        assertThat(notifications.readValuesToList()).hasSize(many);
        assertThat(scheduled()).isZero();
    }

    @Test
    void eventsPassedOverByTheirHeaderAreThoseThatChangeNothing() throws IOException {
        Correspondence known =
                Correspondence.begunBy(Stories.received(id, "ja", "hanako@example.jp"));
        for (Class<?> type : ComplaintEvent.class.getPermittedSubclasses()) {
            if (EventsThatConcernCustomers.NEVER_TOLD.contains("amends." + type.getSimpleName())) {
                ComplaintEvent event = sample(type);
                assertThat(Reactions.to(event, known)).as(type.getSimpleName()).isEmpty();
                assertThat(
                                known.after(
                                        Stories.recorded(id, 2, Instant.EPOCH, Stories.SATO, event),
                                        THREE_DAYS))
                        .as(type.getSimpleName())
                        .isEqualTo(known);
            }
        }
        assertThat(EventsThatConcernCustomers.NEVER_TOLD)
                .isSubsetOf(
                        Arrays.stream(ComplaintEvent.class.getPermittedSubclasses())
                                .map(type -> "amends." + type.getSimpleName())
                                .toList());
    }

    @Test
    void requestsCarryTheHeadersOfCloudEvents() {
        received("hanako@example.jp");
        TestRecord<String, RecordedNotification> record = notifications.readRecord();
        assertThat(record.key()).isEqualTo(id.value());
        assertThat(
                        new String(
                                record.headers().lastHeader("ce_type").value(),
                                java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("amends.EmailRequested");
    }

    private void received(String... emails) {
        happens(Stories.received(id, "ja", emails));
    }

    private void happens(ComplaintEvent event) {
        put(id, ++version, event);
    }

    private void put(ComplaintId complaint, long number, ComplaintEvent event) {
        var recorded =
                Stories.recorded(complaint, number, Stories.APRIL_FIRST, Stories.SATO, event);
        complaints.pipeInput(
                new TestRecord<>(complaint.value(), Wire.write(recorded), new RecordHeaders()));
    }

    private List<NotificationKind> kinds() {
        return notifications.readValuesToList().stream()
                .map(n -> ((EmailRequested) n.event()).kind())
                .toList();
    }

    private double scheduled() {
        return registry.get("amends.followups.scheduled").gauge().value();
    }

    private static ComplaintEvent resolution() {
        return new ComplaintResolved(false, Verification.UNVERIFIED, new FreeText("交換品をお送りしました"));
    }

    private static ComplaintEvent sample(Class<?> type) throws IOException {
        String path = "/approved/ComplaintEvent/" + type.getSimpleName() + ".json";
        try (InputStream in = NotificationTopologyTest.class.getResourceAsStream(path)) {
            return Wire.read(in.readAllBytes(), ComplaintEvent.class);
        }
    }
}
