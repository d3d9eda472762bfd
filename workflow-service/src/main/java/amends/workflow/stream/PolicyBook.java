package amends.workflow.stream;

import amends.contracts.complaint.Actor;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.wire.PublishedBook;
import amends.contracts.wire.Topics;
import amends.workflow.StartOrder;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;
import amends.workflow.policy.body.InvalidPolicy;
import amends.workflow.sla.BusinessCalendar;
import amends.workflow.sla.PastPolicies;
import amends.workflow.sla.SlaPolicy;

import org.apache.kafka.clients.consumer.Consumer;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The policies in force, as the policies topic tells them: read whole before anything is decided,
/// followed ever after.
public final class PolicyBook extends TopicListener implements PastPolicies {

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final PublishedBook<Policies> book;

    PolicyBook(Supplier<Consumer<String, byte[]>> consumers, Publisher publisher, Clock clock) {
        super(StartOrder.POLICIES);
        this.consumers = consumers;
        this.book = new PublishedBook<>(Topics.POLICIES, Policies::parse, publisher::send, clock);
    }

    @Override
    public void start() {
        follow(book.open(consumers.get(), ShippedPolicies.configuration()));
    }

    /// What decisions are made under at this moment.
    public Policies current() {
        return book.current();
    }

    public List<PublishedPolicy> published() {
        return book.published();
    }

    public Optional<PublishedPolicy> published(PolicyName name) {
        return book.published(name);
    }

    @Override
    public Optional<SlaPolicy> policy(PolicyVersion version) {
        return version(version).map(SlaPolicy::parse);
    }

    @Override
    public Optional<BusinessCalendar> calendar(PolicyVersion version) {
        return version(version).map(BusinessCalendar::parse);
    }

    /// The version of a policy that was in force at an instant.
    public Optional<PublishedPolicy> inForce(PolicyName name, Instant at) {
        return book.history().inForce(name, at);
    }

    /// Every version of a policy, newest first.
    public List<PublishedPolicy> versions(PolicyName name) {
        return book.history().of(name);
    }

    public Optional<PublishedPolicy> version(PolicyVersion version) {
        return book.history().version(version);
    }

    /// The same as [#publish], unless another version than the one that was seen is in force: then
    /// nothing.
    ///
    /// @param seen 0 when there was none
    /// @throws InvalidPolicy when it can't be followed
    public Optional<PublishedPolicy> publishAfter(
            PolicyName name, int seen, JsonNode body, Actor by) {
        return book.publishAfter(name, seen, body, by);
    }

    /// Publishes the next version of a policy once it is known that it can be followed together
    /// with the others.
    ///
    /// @throws InvalidPolicy when it can't
    public PublishedPolicy publish(PolicyName name, JsonNode body, Actor by) {
        return book.publish(name, body, by);
    }

    /// What decisions would be made under if this were the next version of a policy. Nothing is
    /// published.
    ///
    /// @throws InvalidPolicy when it can't be followed together with the others
    public Policies candidate(PolicyName name, JsonNode body, Actor by) {
        return book.candidate(name, body, by);
    }
}
