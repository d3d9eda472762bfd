package amends.contracts.wire;

import amends.contracts.complaint.Actor;
import amends.contracts.policy.PolicyHistory;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.policy.ShippedConfiguration;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Versioned configuration as its topic tells it: every version, those in force, and what they mean
/// together. Of two records with the same version the later one holds.
///
/// @param <T> what those in force mean together
public final class PublishedBook<T> {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedBook.class);

    /// Writes a record; done when it is durable.
    @FunctionalInterface
    public interface Writer {
        CompletableFuture<?> write(ProducerRecord<String, byte[]> record);
    }

    private final Topic<PublishedPolicy> topic;
    private final Function<Map<PolicyName, PublishedPolicy>, T> meaning;
    private final Writer writer;
    private final InstantSource clock;
    private final PolicyHistory history = new PolicyHistory();
    private volatile Map<PolicyName, PublishedPolicy> published = Map.of();
    private volatile Map<PolicyName, PublishedPolicy> followed = Map.of();
    private volatile Optional<T> current = Optional.empty();

    /// @param meaning throws an IllegalArgumentException for what can't be followed
    public PublishedBook(
            Topic<PublishedPolicy> topic,
            Function<Map<PolicyName, PublishedPolicy>, T> meaning,
            Writer writer,
            InstantSource clock) {
        this.topic = topic;
        this.meaning = meaning;
        this.writer = writer;
        this.clock = clock;
    }

    /// Reads the whole topic, publishes what the product brings along, and goes on following. What
    /// can't be followed any more gives way to the newest version that can.
    ///
    /// @throws IllegalArgumentException of the meaning when what is shipped can't be followed
    public TopicFollower<PublishedPolicy> open(
            Consumer<String, byte[]> consumer, ShippedConfiguration shipped) {
        TopicFollower<PublishedPolicy> follower =
                TopicFollower.fromBeginning(
                        topic, consumer, (policy, record) -> accept(policy), writer::write);
        shipped.toPublish(published, clock.instant()).forEach(this::put);
        settle(shipped);
        return follower;
    }

    private synchronized void settle(ShippedConfiguration shipped) {
        if (!follow(published)) {
            Map<PolicyName, PublishedPolicy> best =
                    new NewestThatFit(history, meaning).beside(shipped.firstVersions());
            current = Optional.of(meaning.apply(best));
            followed = best;
        }
    }

    /// What those in force mean at this moment.
    ///
    /// @throws IllegalStateException when the book is not open yet
    public T current() {
        return current.orElseThrow(
                () -> new IllegalStateException(topic.name() + " is not read yet; try again soon"));
    }

    public List<PublishedPolicy> published() {
        return published.values().stream()
                .sorted(Comparator.comparing(policy -> policy.version().name().value()))
                .toList();
    }

    public Optional<PublishedPolicy> published(PolicyName name) {
        return Optional.ofNullable(published.get(name));
    }

    /// Every version there was.
    public PolicyHistory history() {
        return history;
    }

    /// The same as [#publish], unless another version than the one that was seen is in force: then
    /// nothing.
    ///
    /// @param seen 0 when there was none
    public synchronized Optional<PublishedPolicy> publishAfter(
            PolicyName name, int seen, JsonNode body, Actor by) {
        int inForce = published(name).map(policy -> policy.version().version()).orElse(0);
        return inForce == seen ? Optional.of(publish(name, body, by)) : Optional.empty();
    }

    /// Publishes the next version once it is known that it can be followed together with the
    /// others.
    ///
    /// @throws IllegalArgumentException of the meaning when it can't
    public synchronized PublishedPolicy publish(PolicyName name, JsonNode body, Actor by) {
        PublishedPolicy next = next(name, body, by);
        T _ = meaning.apply(with(followed, next));
        put(next);
        return next;
    }

    /// What all would mean if this were the next version. Nothing is published.
    ///
    /// @throws IllegalArgumentException of the meaning when it can't be followed
    public T candidate(PolicyName name, JsonNode body, Actor by) {
        return meaning.apply(with(followed, next(name, body, by)));
    }

    private PublishedPolicy next(PolicyName name, JsonNode body, Actor by) {
        int version = published(name).map(policy -> policy.version().version()).orElse(0) + 1;
        return new PublishedPolicy(new PolicyVersion(name, version), clock.instant(), by, body);
    }

    private void put(PublishedPolicy policy) {
        writer.write(topic.record(policy)).join();
        accept(policy);
    }

    private synchronized void accept(PublishedPolicy policy) {
        history.add(policy);
        if (isNewer(policy)) {
            published = with(published, policy);
            if (current.isPresent() && !follow(published)) {
                boolean _ = follow(with(followed, policy));
            }
        }
    }

    /// Whether it can be followed; otherwise what was followed before stays.
    private boolean follow(Map<PolicyName, PublishedPolicy> wanted) {
        try {
            current = Optional.of(meaning.apply(wanted));
            followed = wanted;
            return true;
        } catch (IllegalArgumentException e) {
            LOG.error("Of {}, versions before it are in force: {}", topic.name(), e.getMessage());
            return false;
        }
    }

    private boolean isNewer(PublishedPolicy policy) {
        return published(policy.version().name())
                .map(
                        known ->
                                known.version().version() <= policy.version().version()
                                        && !known.equals(policy))
                .orElse(true);
    }

    private static Map<PolicyName, PublishedPolicy> with(
            Map<PolicyName, PublishedPolicy> those, PublishedPolicy policy) {
        Map<PolicyName, PublishedPolicy> all = new HashMap<>(those);
        all.put(policy.version().name(), policy);
        return Map.copyOf(all);
    }
}
