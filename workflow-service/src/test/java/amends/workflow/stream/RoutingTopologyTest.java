package amends.workflow.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent.ComplaintAssigned;
import amends.contracts.complaint.ComplaintEvent.ComplaintReoffered;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.complaint.Outcome;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.RecordedOutcome;
import amends.contracts.complaint.ReofferReason;
import amends.contracts.complaint.Verification;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.routing.DispatchEvent;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.Presence;
import amends.contracts.routing.RecordedDispatch;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.workflow.Contacts;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.dataformat.yaml.YAMLMapper;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Complaints, the dispatcher and time together.
class RoutingTopologyTest {

    private static final PoolName POOL = new PoolName("service");
    private static final String SATO = "{id: sato, capacity: 2}";
    private static final String CHEN = "{id: chen, capacity: 2}";

    @TempDir Path stateDir;

    private final List<RecordedEvent> log = new ArrayList<>();
    private Policies policies = with(SATO, CHEN);
    private TestedTopology topology;
    private TopologyTestDriver driver;

    private static Policies with(String... agents) {
        String body =
                """
                rules: [{rule: all, queue: general, pool: service}]
                languageSkills: {}
                presentByDefault: true
                pools: [{pool: service, agents: [%s]}]
                protocols: {default: {ownerPatience: PT10M, reofferAfter: PT2H}}
                """
                        .formatted(String.join(", ", agents));
        Map<PolicyName, PublishedPolicy> all = new HashMap<>(ShippedPolicies.load());
        PublishedPolicy shipped = all.get(Policies.ROUTING);
        all.put(
                Policies.ROUTING,
                new PublishedPolicy(
                        shipped.version(),
                        shipped.publishedAt(),
                        shipped.publishedBy(),
                        new YAMLMapper().readTree(body)));
        return Policies.parse(all);
    }

    @BeforeEach
    void start() {
        topology = TestedTopology.start(stateDir, () -> policies, new SimpleMeterRegistry());
        driver = topology.driver();
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void whatAnOfflineOwnerHasGoesToOthersAfterASetTime() {
        send(Topics.CONTACTS, Contacts.contact("a"));
        AgentId first = owner();
        is(first.value(), Presence.OFFLINE);
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        driver.advanceWallClockTime(Duration.ofMinutes(119));
        assertThat(happened(ComplaintReoffered.class)).isEmpty();

        driver.advanceWallClockTime(Duration.ofMinutes(2));

        assertThat(happened(ComplaintReoffered.class))
                .containsExactly(new ComplaintReoffered(first, ReofferReason.OWNER_GONE));
        assertThat(owner()).isNotEqualTo(first);
    }

    @Test
    void aReopenedComplaintGoesToItsOwnerWhenHeIsThereElseToAnother() {
        send(Topics.CONTACTS, Contacts.contact("a"));
        AgentId first = owner();
        resolve("a");
        send(Topics.CONTACTS, Contacts.contact("a", "a-2", "It broke again"));
        assertThat(owner()).isEqualTo(first);

        resolve("a");
        is(first.value(), Presence.OFFLINE);
        send(Topics.CONTACTS, Contacts.contact("a", "a-3", "And again"));
        assertThat(owner()).isNotEqualTo(first);
        assertThat(happened(ComplaintAssigned.class)).hasSize(3);
    }

    @Test
    void whatIsHandedOverToSomebodyFullIsKeptForHimForAWhileThenGoesToOthers() {
        policies = with("{id: sato, capacity: 1}", "{id: chen, capacity: 5}");
        send(Topics.CONTACTS, Contacts.contact("a"));
        send(Topics.CONTACTS, Contacts.contact("b"));
        send(Topics.CONTACTS, Contacts.contact("c"));
        AgentId sato = new AgentId("sato");
        String his = hasOnly(sato);
        String other = his.equals("a") ? "b" : "a";
        handOver(other, sato);
        assertThat(happened(ComplaintReoffered.class))
                .containsExactly(new ComplaintReoffered(sato, ReofferReason.NO_ROOM));
        int before = happened(ComplaintAssigned.class).size();
        driver.advanceWallClockTime(Duration.ofMinutes(9));
        assertThat(happened(ComplaintAssigned.class)).as("it is kept for him").hasSize(before);
        resolve(his);
        assertThat(owner()).isEqualTo(sato);

        handOver("c", sato);
        driver.advanceWallClockTime(Duration.ofMinutes(11));
        assertThat(owner()).as("long enough").hasToString("chen");
    }

    @Test
    void whatIsHandedOverToSomebodyAbsentGoesToOthersAtOnce() {
        is("sato", Presence.OFFLINE);
        send(Topics.CONTACTS, Contacts.contact("a"));
        policies = with(SATO, CHEN, "{id: smith, capacity: 2}");
        handOver("a", new AgentId("sato"));
        assertThat(happened(ComplaintReoffered.class))
                .containsExactly(
                        new ComplaintReoffered(new AgentId("sato"), ReofferReason.NOT_THERE));
        assertThat(owner()).isNotEqualTo(new AgentId("sato"));
        assertThat(happened(ComplaintAssigned.class)).hasSize(2);
    }

    /// The conversation of the only complaint that an agent has.
    private String hasOnly(AgentId agent) {
        happened(ComplaintAssigned.class);
        return log.stream()
                .filter(each -> each.event().equals(new ComplaintAssigned(agent)))
                .map(RecordedEvent::complaintId)
                .flatMap(
                        id ->
                                Stream.of("a", "b", "c")
                                        .filter(name -> Contacts.complaint(name).equals(id)))
                .reduce((one, other) -> fail("he has %s and %s", one, other))
                .orElseThrow();
    }

    private void handOver(String conversation, AgentId to) {
        send(
                Topics.COMMANDS,
                new CommandRequest(
                        Contacts.complaint(conversation),
                        new CorrelationId("hand-over"),
                        Instant.now(),
                        Actor.agent(new AgentId("chen")),
                        null,
                        new ComplaintCommand.HandOver(to, new FreeText("She knows it"))));
    }

    @Test
    void whoAsksGetsTheNextAndAnAnswerThatSaysWhich() {
        policies = with("{id: sato, capacity: 1, takes: PULL}");
        send(Topics.CONTACTS, Contacts.contact("a"));
        send(Topics.CONTACTS, Contacts.contact("b"));
        assertThat(happened(ComplaintAssigned.class)).as("he asks for them").isEmpty();

        ask("c-1");
        ask("c-2");

        assertThat(happened(ComplaintAssigned.class)).hasSize(1);
        assertThat(read(Topics.OUTCOMES))
                .satisfiesExactlyInAnyOrder(
                        given -> {
                            assertThat(given.correlation()).hasToString("c-1");
                            assertThat(given.outcome()).isInstanceOf(Outcome.Accepted.class);
                            assertThat(given.complaintId()).isEqualTo(Contacts.complaint("a"));
                        },
                        none ->
                                assertThat(none)
                                        .extracting(
                                                RecordedOutcome::correlation,
                                                RecordedOutcome::complaintId,
                                                RecordedOutcome::outcome)
                                        .containsExactly(
                                                new CorrelationId("c-2"),
                                                null,
                                                new Outcome.NothingNext(
                                                        Outcome.WhyNothing.NO_ROOM)));
    }

    @Test
    void aNewPolicyAppliesToWhatWaitsWithoutAnotherEvent() {
        policies = with("{id: sato, skills: [other], capacity: 0}");
        send(Topics.CONTACTS, Contacts.contact("a"));
        assertThat(happened(ComplaintAssigned.class)).isEmpty();
        policies = with(CHEN);
        driver.advanceWallClockTime(DispatchProcessor.TICK);
        assertThat(owner()).hasToString("chen");
    }

    private AgentId owner() {
        return happened(ComplaintAssigned.class).getLast().agent();
    }

    private <E> List<E> happened(Class<E> type) {
        log.addAll(read(Topics.COMPLAINTS));
        return log.stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void is(String agent, Presence presence) {
        dispatch(
                new DispatchEvent.AgentPresenceChanged(
                        new AgentId(agent), presence == Presence.PRESENT, presence));
    }

    private void ask(String correlation) {
        dispatch(new DispatchEvent.NextWished(new AgentId("sato"), new CorrelationId(correlation)));
    }

    private void dispatch(DispatchEvent event) {
        send(Topics.DISPATCH, new RecordedDispatch(POOL, Instant.now(), event));
    }

    private void resolve(String conversation) {
        send(
                Topics.COMMANDS,
                new CommandRequest(
                        Contacts.complaint(conversation),
                        new CorrelationId("resolve"),
                        Instant.now(),
                        Actor.agent(new AgentId("sato")),
                        null,
                        new ComplaintCommand.Resolve(
                                true, Verification.UNVERIFIED, new FreeText("Done"))));
    }

    private <M extends Message> void send(Topic<M> topic, M message) {
        topology.send(topic, message);
    }

    private <M extends Message> List<M> read(Topic<M> topic) {
        return topology.read(topic);
    }
}
