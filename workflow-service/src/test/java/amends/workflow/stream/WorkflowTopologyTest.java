package amends.workflow.stream;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.Assessment;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Concern;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.complaint.Demand;
import amends.contracts.complaint.Outcome;
import amends.contracts.complaint.Outcome.Disposition;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.RecordedOutcome;
import amends.contracts.complaint.Refusal;
import amends.contracts.complaint.Remedy;
import amends.contracts.complaint.ResponsibleArea;
import amends.contracts.complaint.RootCause;
import amends.contracts.contact.Contact;
import amends.contracts.notification.DeliveryName;
import amends.contracts.notification.MessageId;
import amends.contracts.notification.NotificationEvent.NotificationSent;
import amends.contracts.notification.NotificationId;
import amends.contracts.notification.NotificationKind;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.workflow.Contacts;
import amends.workflow.complaint.Complaint;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class WorkflowTopologyTest {

    private static final int CAPACITY = 2;
    private static final Policies POLICIES = Policies.parse(withSmallCapacities());

    private static Map<PolicyName, PublishedPolicy> withSmallCapacities() {
        Map<PolicyName, PublishedPolicy> policies = new HashMap<>(ShippedPolicies.load());
        PublishedPolicy routing = policies.get(Policies.ROUTING);
        JsonNode body = routing.body().deepCopy();
        body.path("pools")
                .forEach(
                        pool ->
                                pool.path("agents")
                                        .forEach(
                                                agent ->
                                                        agent.asObject()
                                                                .put("capacity", CAPACITY)));
        policies.put(
                Policies.ROUTING,
                new PublishedPolicy(
                        routing.version(), routing.publishedAt(), routing.publishedBy(), body));
        return policies;
    }

    @TempDir Path stateDir;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private TestedTopology topology;
    private TopologyTestDriver driver;

    /// What the driver's clock shows, which stands still unless it is moved.
    private Instant shown = Instant.EPOCH;

    @BeforeEach
    void start() {
        shown = Instant.now();
        topology = TestedTopology.start(stateDir, () -> POLICIES, registry);
        driver = topology.driver();
    }

    private void waitUntil(Instant time) {
        driver.advanceWallClockTime(Duration.between(shown, time));
        shown = time;
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void aFirstContactOpensAComplaintAndTheDispatcherGivesItToAnAgent() {
        send(Topics.CONTACTS, Contacts.contact("first"));

        assertThat(events())
                .extracting(RecordedEvent::type)
                .containsExactly(
                        "ComplaintReceived",
                        "PriorityAssessed",
                        "ComplaintQueued",
                        "ClockStarted",
                        "ClockStarted",
                        "ClockStarted",
                        "ComplaintAssigned");
        assertThat(outcomes()).as("nobody asked for an answer").isEmpty();
    }

    @Test
    void eventsCountFromOneAndFoldToTheStoredState() {
        send(Topics.CONTACTS, Contacts.contact("fold"));
        command("fold", new ComplaintCommand.Reply(new FreeText("We are sorry")));
        send(Topics.CONTACTS, Contacts.contact("fold", "fold-2", "Still broken, it smokes!"));

        List<RecordedEvent> events = events();
        assertThat(events)
                .extracting(RecordedEvent::version)
                .isEqualTo(
                        java.util.stream.LongStream.rangeClosed(1, events.size()).boxed().toList());
        Complaint folded = Complaint.unborn(Contacts.complaint("fold"));
        for (RecordedEvent event : events) {
            folded = folded.evolve(event);
        }
        assertThat(stored("fold").complaint()).isEqualTo(folded);
    }

    @Test
    void aContactThatCameBeforeChangesNothingAndIsAnsweredAsKnown() {
        Contact contact = Contacts.contact("known");
        sendWithReply(contact, "first-time");
        sendWithReply(contact, "again");
        sendWithReply(Contacts.contact("known", "another", "More to say"), "more");

        assertThat(outcomes())
                .extracting(RecordedOutcome::correlation, RecordedOutcome::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                new CorrelationId("first-time"),
                                new Outcome.ContactTaken(Disposition.NEW)),
                        org.assertj.core.groups.Tuple.tuple(
                                new CorrelationId("again"),
                                new Outcome.ContactTaken(Disposition.KNOWN)),
                        org.assertj.core.groups.Tuple.tuple(
                                new CorrelationId("more"),
                                new Outcome.ContactTaken(Disposition.APPENDED)));
        assertThat(events().stream().filter(ComplaintReceivedOnly::is)).hasSize(1);
    }

    @Test
    void otherWordsUnderAKnownIdAreAppendedUntilTheyAreTooManyAndThenPutAside() {
        for (int i = 0; i < 50; i++) {
            sendWithReply(Contacts.contact("flood", "flood-1", "Words " + i), "reply-" + i);
        }
        assertThat(outcomes())
                .extracting(RecordedOutcome::outcome)
                .startsWith(new Outcome.ContactTaken(Disposition.NEW))
                .hasSize(50)
                .last()
                .isEqualTo(new Outcome.ContactTaken(Disposition.APPENDED));
        events();

        Contact oneMore = Contacts.contact("flood", "flood-1", "One more");
        sendWithReply(oneMore, "too-many");
        sendWithReply(Contacts.contact("flood", "flood-1", "Words 7"), "known");

        assertThat(events()).isEmpty();
        TestRecord<String, byte[]> letter = output(Topics.deadLetters(Topics.CONTACTS)).getFirst();
        assertThat(Wire.read(letter.value(), Contact.class)).isEqualTo(oneMore);
        assertThat(letter.headers().lastHeader("kafka_dlt-exception-message").value())
                .asString(StandardCharsets.UTF_8)
                .contains("TOO_MANY_VERSIONS");
        assertThat(outcomes())
                .singleElement()
                .extracting(RecordedOutcome::outcome)
                .isEqualTo(new Outcome.ContactTaken(Disposition.KNOWN));
    }

    @Test
    void aTimerFiresOnceAndItsLatenessIsMeasured() {
        send(Topics.CONTACTS, Contacts.contact("late"));
        Instant due = stored("late").wakeAt();
        assertThat(due).isNotNull();
        events();

        waitUntil(due.plus(Duration.ofSeconds(5)));
        driver.advanceWallClockTime(Duration.ofMillis(500));

        assertThat(events()).extracting(RecordedEvent::type).containsExactly("ClockWarned");
        assertThat(registry.get("amends.timer.lateness").timer().count()).isEqualTo(1);
        assertThat(
                        registry.get("amends.timer.lateness")
                                .timer()
                                .max(java.util.concurrent.TimeUnit.SECONDS))
                .isBetween(0.0, 60.0);
    }

    /// What has no place in a turn is neither lost nor fired twice.
    @Test
    void moreTimersThanATurnHoldsFireTurnByTurnEachOnce() {
        int complaints = TimerTurn.MOST_TIMERS + 200;
        for (int i = 0; i < complaints; i++) {
            send(Topics.CONTACTS, Contacts.contact("crowd" + i));
        }
        Instant due = stored("crowd" + (complaints - 1)).wakeAt();
        assertThat(due).isNotNull();
        events();

        waitUntil(due.plus(Duration.ofMinutes(1)));
        List<RecordedEvent> fired = new ArrayList<>(events());
        assertThat(fired).hasSizeBetween(1, TimerTurn.MOST_TIMERS);
        while (fired.size() < complaints) {
            driver.advanceWallClockTime(TimerTurn.TICK);
            List<RecordedEvent> turn = events();
            assertThat(turn).as("a turn with timers left").isNotEmpty();
            fired.addAll(turn);
        }

        driver.advanceWallClockTime(TimerTurn.TICK);
        assertThat(events()).isEmpty();
        assertThat(fired).extracting(RecordedEvent::type).containsOnly("ClockWarned");
        assertThat(fired).extracting(RecordedEvent::complaintId).doesNotHaveDuplicates();
    }

    /// Operators see lateness from a millisecond up to minutes.
    @Test
    void latenessIsAHistogramFromAMillisecondToMinutes() {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new WorkflowMetrics(prometheus).fired(Duration.ofSeconds(90));

        List<Double> limits =
                prometheus
                        .scrape()
                        .lines()
                        .filter(line -> line.startsWith("amends_timer_lateness_seconds_bucket"))
                        .map(line -> line.replaceAll(".*le=\"([^\"]+)\".*", "$1"))
                        .filter(limit -> !limit.equals("+Inf"))
                        .map(Double::valueOf)
                        .toList();
        assertThat(limits).anyMatch(limit -> limit <= 0.01).anyMatch(limit -> limit >= 300);
    }

    @Test
    void everyClockIsWarnedAndBreachedWhenNobodyDoesAnything() {
        send(Topics.CONTACTS, Contacts.contact("forgotten"));
        events();

        for (int day = 0; day < 30; day++) {
            driver.advanceWallClockTime(Duration.ofDays(1));
        }

        List<RecordedEvent> events = events();
        assertThat(events.stream().filter(event -> event.type().equals("ClockWarned")))
                .as("two warnings of the resolution")
                .hasSize(4);
        assertThat(events.stream().filter(event -> event.type().equals("ClockBreached")))
                .hasSize(3);
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.actor().kind()).isEqualTo(Actor.Kind.AUTOMATION));
    }

    @Test
    void aSentAcknowledgementAcknowledgesOtherNotificationsDoNot() {
        send(Topics.CONTACTS, Contacts.contact("ack"));
        events();

        send(Topics.NOTIFICATIONS, sent("ack", NotificationKind.REPLY));
        assertThat(events()).isEmpty();
        send(Topics.NOTIFICATIONS, sent("ack", NotificationKind.ACKNOWLEDGEMENT));
        assertThat(events())
                .extracting(RecordedEvent::type)
                .containsExactly("ComplaintAcknowledged", "ClockMet");
    }

    @Test
    void aCommandForAnotherVersionIsRefusedAsStale() {
        send(Topics.CONTACTS, Contacts.contact("stale"));
        events();

        send(Topics.COMMANDS, request("stale", 3L, new ComplaintCommand.Reply(new FreeText("x"))));

        assertThat(events()).isEmpty();
        assertThat(outcomes())
                .singleElement()
                .extracting(RecordedOutcome::outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            assertThat(refused.refusal().rule())
                                    .isEqualTo(Refusal.Rule.STALE_VERSION);
                            assertThat(refused.version()).isEqualTo(7);
                        });
    }

    @Test
    void aMergeIsAnsweredWhenTheOtherComplaintHasAgreed() {
        send(Topics.CONTACTS, Contacts.contact("duplicate"));
        send(Topics.CONTACTS, Contacts.contact("survivor"));
        events();

        command("duplicate", new ComplaintCommand.MergeInto(Contacts.complaint("survivor")));

        assertThat(events())
                .extracting(RecordedEvent::type)
                .containsSubsequence("MergeRequested", "DuplicateTakenIn", "ComplaintMerged");
        RecordedOutcome outcome = outcomes().getFirst();
        assertThat(outcome.complaintId()).isEqualTo(Contacts.complaint("duplicate"));
        assertThat(outcome.outcome())
                .isEqualTo(new Outcome.Accepted(stored("duplicate").complaint().version()));
        assertThat(outcomes()).as("answered once").isEmpty();
        assertThat(stored("duplicate").wakeAt()).as("it rests").isNull();
    }

    @Test
    void aMergeIntoAClosedComplaintIsRefusedByThatOne() {
        send(Topics.CONTACTS, Contacts.contact("duplicate"));
        send(Topics.CONTACTS, Contacts.contact("over"));
        command("over", new ComplaintCommand.Close(ClosingReason.WITHDRAWN));
        outcomes();

        command("duplicate", new ComplaintCommand.MergeInto(Contacts.complaint("over")));

        assertThat(outcomes())
                .singleElement()
                .extracting(RecordedOutcome::outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            assertThat(refused.refusal().rule())
                                    .isEqualTo(Refusal.Rule.SURVIVOR_CLOSED);
                            assertThat(refused.refusal().allowed())
                                    .as("what the duplicate allows")
                                    .contains(new CommandName("merge-into"));
                        });
        assertThat(stored("duplicate").complaint().links().merge()).isNull();
    }

    @Test
    void aReplyToAMergedComplaintReachesTheSurvivorAndAfterTheUnMergeItself() {
        send(Topics.CONTACTS, Contacts.contact("duplicate"));
        send(Topics.CONTACTS, Contacts.contact("survivor"));
        command("duplicate", new ComplaintCommand.MergeInto(Contacts.complaint("survivor")));
        outcomes();

        sendWithReply(Contacts.contact("duplicate", "duplicate-2", "Any news?"), "more");
        assertThat(outcomes())
                .singleElement()
                .extracting(RecordedOutcome::outcome)
                .isEqualTo(new Outcome.ContactTaken(Disposition.APPENDED));
        assertThat(stored("survivor").complaint().arrival().contacts()).isEqualTo(3);

        command("duplicate", new ComplaintCommand.UndoMerge(new FreeText("Two matters")));
        assertThat(stored("survivor").complaint().arrival().contacts()).isEqualTo(1);
        assertThat(stored("duplicate").complaint().arrival().contacts()).isEqualTo(2);
        assertThat(stored("duplicate").wakeAt()).as("its clocks go on").isNotNull();

        send(Topics.CONTACTS, Contacts.contact("duplicate", "duplicate-3", "And now?"));
        assertThat(stored("duplicate").complaint().arrival().contacts()).isEqualTo(3);
        assertThat(stored("survivor").complaint().arrival().contacts()).isEqualTo(1);
    }

    @Test
    void recordsOfTheLogCarryCloudEventHeaders() {
        send(Topics.CONTACTS, Contacts.contact("headers"));

        ProducerRecord<String, byte[]> expected = Topics.COMPLAINTS.record(events().getFirst());
        send(Topics.CONTACTS, Contacts.contact("headers-2"));
        TestRecord<String, byte[]> written = output(Topics.COMPLAINTS.name()).getFirst();
        assertThat(written.headers().toArray())
                .extracting(header -> header.key())
                .containsExactlyElementsOf(
                        java.util.Arrays.stream(expected.headers().toArray())
                                .map(header -> header.key())
                                .toList());
        assertThat(written.key()).isEqualTo(Contacts.complaint("headers-2").value());
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersAndItsNeighboursGoThrough() {
        raw(Topics.NOTIFICATIONS, Contacts.complaint("p").value(), "{\"broken");
        raw(
                Topics.NOTIFICATIONS,
                Contacts.complaint("p").value(),
                """
                {"complaintId":"%s","at":"2026-04-01T09:30:00Z","event":{"type":"PigeonSent"}}\
                """
                        .formatted(Contacts.complaint("p")));
        send(Topics.CONTACTS, Contacts.contact("p"));

        List<TestRecord<String, byte[]>> letters = output(Topics.deadLetters(Topics.NOTIFICATIONS));
        assertThat(letters).hasSize(2);
        assertThat(new String(letters.getFirst().value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"broken");
        assertThat(letters.getFirst().headers().lastHeader("kafka_dlt-exception-message").value())
                .asString(StandardCharsets.UTF_8)
                .contains("Not a readable");
        assertThat(events()).hasSize(7);
    }

    @Test
    void aKeyThatIsNotTheComplaintsIsADeadLetter() {
        Contact contact = Contacts.contact("astray");
        raw(
                Topics.CONTACTS,
                Contacts.complaint("elsewhere").value(),
                new String(Wire.write(contact), StandardCharsets.UTF_8));

        assertThat(output(Topics.deadLetters(Topics.CONTACTS)))
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).isEqualTo(Wire.write(contact)));
        assertThat(events()).isEmpty();
    }

    @Test
    void agentsAreGivenNoMoreThanTheirCapacityAndGetTheNextWhenOneIsResolved() {
        int capacity =
                POLICIES.routing().pools().stream()
                        .filter(pool -> pool.pool().value().equals("service"))
                        .flatMap(pool -> pool.agents().stream())
                        .filter(
                                agent ->
                                        agent.mastered().levels().keySet().stream()
                                                .anyMatch(skill -> skill.value().equals("lang:en")))
                        .mapToInt(agent -> agent.capacity())
                        .sum();
        for (int i = 0; i < capacity + 2; i++) {
            send(Topics.CONTACTS, Contacts.contact("many-" + i));
        }
        List<RecordedEvent> assigned = assigned();
        assertThat(assigned).hasSize(capacity);

        ComplaintId first = assigned.getFirst().complaintId();
        send(
                Topics.COMMANDS,
                new CommandRequest(
                        first,
                        new CorrelationId("done"),
                        Instant.now(),
                        Actor.agent(new AgentId("sato")),
                        null,
                        new ComplaintCommand.Resolve(
                                true,
                                amends.contracts.complaint.Verification.UNVERIFIED,
                                new FreeText("Solved on the phone"))));
        assertThat(assigned()).hasSize(1);
    }

    private List<RecordedEvent> assigned() {
        return events().stream()
                .filter(event -> event.event() instanceof ComplaintEvent.ComplaintAssigned)
                .toList();
    }

    private static final class ComplaintReceivedOnly {
        static boolean is(RecordedEvent event) {
            return event.event() instanceof ComplaintEvent.ComplaintReceived;
        }
    }

    private static RecordedNotification sent(String conversation, NotificationKind kind) {
        return new RecordedNotification(
                Contacts.complaint(conversation),
                Instant.now(),
                new NotificationSent(
                        new NotificationId("n-" + kind),
                        kind,
                        0,
                        new DeliveryName("email"),
                        new MessageId("m-1")));
    }

    @Test
    void aPaymentThatIsSplitOverComplaintsOfOneCustomerIsNoticed() {
        Contact first = Contacts.contact("split-0");
        for (int i = 0; i < 3; i++) {
            Contact contact = Contacts.contact("split-" + i);
            send(
                    Topics.CONTACTS,
                    new Contact(
                            contact.complaintId(),
                            contact.brand(),
                            first.customer(),
                            contact.content(),
                            contact.original(),
                            contact.normalisedAt()));
            propose("split-" + i, 25_000);
        }
        List<RecordedEvent> events = events();
        assertThat(about(events, "split-1"))
                .contains("SolutionProposed")
                .doesNotContain("ApprovalRequested");
        assertThat(about(events, "split-2"))
                .contains("ApprovalRequested")
                .doesNotContain("SolutionProposed");
        assertThat(outcomes())
                .as("each proposal is answered once, however far it went")
                .filteredOn(outcome -> outcome.outcome() instanceof Outcome.Accepted)
                .hasSize(9);

        command("split-2", new ComplaintCommand.DeclineDemand(new FreeText("Paid already")));
        propose("split-2", 10_000);
        assertThat(about(events(), "split-2"))
                .as("what was not granted counts no more")
                .contains("SolutionProposed");
    }

    private void propose(String conversation, int yen) {
        command(
                conversation,
                new ComplaintCommand.Clarify(
                        new Concern(new FreeText("It stopped"), null),
                        new Demand(Demand.Kind.REFUND, new FreeText("My money back"))));
        command(
                conversation,
                new ComplaintCommand.Assess(
                        new Assessment(
                                true,
                                true,
                                true,
                                RootCause.PRODUCT_DEFECT,
                                new ResponsibleArea("factory"),
                                new FreeText("Known weak part"))));
        command(
                conversation,
                new ComplaintCommand.ProposeSolution(
                        new Remedy.Material(
                                Remedy.MaterialKind.REFUND,
                                BigDecimal.valueOf(yen),
                                Currency.getInstance("JPY")),
                        new FreeText("We pay it back")));
    }

    private static List<String> about(List<RecordedEvent> events, String conversation) {
        return events.stream()
                .filter(event -> event.complaintId().equals(Contacts.complaint(conversation)))
                .map(RecordedEvent::type)
                .toList();
    }

    private void command(String conversation, ComplaintCommand command) {
        send(Topics.COMMANDS, request(conversation, null, command));
    }

    private static CommandRequest request(
            String conversation, Long expectedVersion, ComplaintCommand command) {
        return new CommandRequest(
                Contacts.complaint(conversation),
                new CorrelationId("c-" + conversation),
                Instant.now(),
                Actor.agent(new AgentId("sato")),
                expectedVersion,
                command);
    }

    private <M extends Message> void send(Topic<M> topic, M message) {
        topology.send(topic, message);
    }

    private void sendWithReply(Contact contact, String correlation) {
        TestRecord<String, byte[]> record = new TestRecord<>(contact.key(), Wire.write(contact));
        record.headers().add(CloudEventHeaders.REPLY_TO, CloudEventHeaders.utf8(correlation));
        topology.send(Topics.CONTACTS, record);
    }

    private void raw(Topic<?> topic, String key, String value) {
        topology.send(topic, new TestRecord<>(key, value.getBytes(StandardCharsets.UTF_8)));
    }

    private Kept stored(String conversation) {
        return driver.<String, Kept>getKeyValueStore(ComplaintProcessor.COMPLAINTS)
                .get(Contacts.complaint(conversation).value());
    }

    private List<RecordedEvent> events() {
        return read(Topics.COMPLAINTS);
    }

    private List<RecordedOutcome> outcomes() {
        return read(Topics.OUTCOMES);
    }

    private <M extends Message> List<M> read(Topic<M> topic) {
        return topology.read(topic);
    }

    private List<TestRecord<String, byte[]>> output(String topic) {
        return topology.output(topic);
    }
}
