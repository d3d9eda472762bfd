package amends.workflow.stream;

import amends.contracts.complaint.Actor;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.wire.TopicFollower;
import amends.contracts.wire.Topics;
import amends.workflow.StartOrder;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.sla.BusinessCalendar;
import amends.workflow.sla.PastPolicies;
import amends.workflow.sla.SlaPolicy;

import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The policies in force, as the policies topic tells them: read whole before anything is decided,
/// followed ever after.
public final class PolicyBook extends TopicListener implements PastPolicies {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyBook.class);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Publisher publisher;
    private final Clock clock;
    private final PolicyHistory history = new PolicyHistory();
    private volatile Map<PolicyName, PublishedPolicy> published = Map.of();
    private volatile Optional<Policies> current = Optional.empty();

    PolicyBook(Supplier<Consumer<String, byte[]>> consumers, Publisher publisher, Clock clock) {
        super(StartOrder.POLICIES);
        this.consumers = consumers;
        this.publisher = publisher;
        this.clock = clock;
    }

    /// What decisions are made under at this moment.
    public Policies current() {
        return current.orElseThrow(
                () -> new IllegalStateException("The policies are not read yet; try again soon"));
    }

    public List<PublishedPolicy> published() {
        return published.values().stream()
                .sorted(Comparator.comparing(policy -> policy.version().name().value()))
                .toList();
    }

    public Optional<PublishedPolicy> published(PolicyName name) {
        return Optional.ofNullable(published.get(name));
    }

    @Override
    public Optional<SlaPolicy> policy(PolicyVersion version) {
        return history.version(version).map(SlaPolicy::parse);
    }

    @Override
    public Optional<BusinessCalendar> calendar(PolicyVersion version) {
        return history.version(version).map(BusinessCalendar::parse);
    }

    /// The version of a policy that was in force at an instant.
    public Optional<PublishedPolicy> inForce(PolicyName name, Instant at) {
        return history.inForce(name, at);
    }

    /// Every version of a policy, newest first.
    public List<PublishedPolicy> versions(PolicyName name) {
        return history.of(name);
    }

    public Optional<PublishedPolicy> version(PolicyVersion version) {
        return history.version(version);
    }

    /// The same as [#publish], unless another version than the one that was seen is in force: then
    /// nothing.
    ///
    /// @param seen 0 when there was none
    /// @throws InvalidPolicy when it can't be followed
    public synchronized Optional<PublishedPolicy> publishAfter(
            PolicyName name, int seen, JsonNode body, Actor by) {
        int inForce = published(name).map(policy -> policy.version().version()).orElse(0);
        return inForce == seen ? Optional.of(publish(name, body, by)) : Optional.empty();
    }

    /// Publishes the next version of a policy once it is known that it can be followed together
    /// with the others.
    ///
    /// @throws InvalidPolicy when it can't
    public synchronized PublishedPolicy publish(PolicyName name, JsonNode body, Actor by) {
        PublishedPolicy next = next(name, body, by);
        Policies.parse(with(next));
        publisher.send(Topics.POLICIES.record(next)).join();
        accept(next);
        return next;
    }

    /// What decisions would be made under if this were the next version of a policy. Nothing is
    /// published.
    ///
    /// @throws InvalidPolicy when it can't be followed together with the others
    public Policies candidate(PolicyName name, JsonNode body, Actor by) {
        return Policies.parse(with(next(name, body, by)));
    }

    private PublishedPolicy next(PolicyName name, JsonNode body, Actor by) {
        int version = published(name).map(policy -> policy.version().version()).orElse(0) + 1;
        return new PublishedPolicy(new PolicyVersion(name, version), clock.instant(), by, body);
    }

    @Override
    public void start() {
        follow(
                TopicFollower.fromBeginning(
                        Topics.POLICIES, consumers.get(), (policy, record) -> accept(policy)));
        ShippedPolicies.toPublish(published, clock.instant()).forEach(this::publishShipped);
        current = Optional.of(Policies.parse(published));
    }

    private void publishShipped(PublishedPolicy shipped) {
        publisher.send(Topics.POLICIES.record(shipped)).join();
        accept(shipped);
    }

    private synchronized void accept(PublishedPolicy policy) {
        history.add(policy);
        if (isNewer(policy)) {
            published = with(policy);
            if (current.isPresent()) {
                follow();
            }
        }
    }

    private void follow() {
        try {
            current = Optional.of(Policies.parse(published));
        } catch (InvalidPolicy e) {
            LOG.error("The policies before it stay in force: {}", e.getMessage());
        }
    }

    private boolean isNewer(PublishedPolicy policy) {
        return published(policy.version().name())
                .map(known -> known.version().version() < policy.version().version())
                .orElse(true);
    }

    private Map<PolicyName, PublishedPolicy> with(PublishedPolicy policy) {
        Map<PolicyName, PublishedPolicy> all = new HashMap<>(published);
        all.put(policy.version().name(), policy);
        return Map.copyOf(all);
    }
}
