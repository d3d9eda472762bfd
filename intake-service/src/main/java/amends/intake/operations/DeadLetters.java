package amends.intake.operations;

import amends.contracts.complaint.Actor;
import amends.contracts.wire.CloudEventHeaders;
import amends.intake.operations.DeadLetter.Replay;
import amends.intake.operations.LetterBox.Content;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The records of all topics that a consumer could not process. After the reason is mended one is
/// put onto its topic again: once, whoever asks how often, and with a mark who did.
///
/// One producer at a time can replay, because all have the same transactional id: a second one
/// shuts the first out, whose transaction then never happened.
public final class DeadLetters {

    static final int MOST_OF_PARTITION = 200;
    private static final int MOST = 500;
    private static final String REPLAYED_FROM = "amends_replayed_from";

    private final Admin admin;
    private final LetterBox box;
    private final Supplier<Producer<String, byte[]>> producers;
    private final InstantSource clock;

    DeadLetters(
            Admin admin,
            LetterBox box,
            Supplier<Producer<String, byte[]>> producers,
            InstantSource clock) {
        this.admin = admin;
        this.box = box;
        this.producers = producers;
        this.clock = clock;
    }

    /// Dead letters, newest first.
    ///
    /// @param complete whether nothing older was left out
    public record Listing(List<DeadLetter> items, boolean complete) {}

    /// What came of the wish to replay one.
    public sealed interface Result {
        record Replayed(Replay replay) implements Result {}

        record Already(Replay replay) implements Result {}

        record NotThere() implements Result {}

        /// An old state would stand over a newer one.
        record Outdated() implements Result {}
    }

    public Listing list(boolean replayed) {
        Content content = box.newest(partitions(), MOST_OF_PARTITION);
        List<DeadLetter> items =
                distinct(content).stream()
                        .filter(letter -> (letter.replayed() != null) == replayed)
                        .sorted(Comparator.comparing(DeadLetter::at).reversed())
                        .toList();
        return new Listing(
                items.stream().limit(MOST).toList(), content.complete() && items.size() <= MOST);
    }

    /// A follower that starts anew finds the record once more that it could not read: one letter,
    /// the first, unless another one of them was replayed.
    static Collection<DeadLetter> distinct(Content content) {
        Map<Object, DeadLetter> letters = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> each : content.letters()) {
            DeadLetter letter = DeadLetter.of(each, content.replays().get(LetterId.of(each)));
            letters.merge(
                    letter.sameness(),
                    letter,
                    (first, again) -> again.replayed() == null ? first : again);
        }
        return letters.values();
    }

    public synchronized Result replay(LetterId id, Actor by) {
        if (!id.isReplayable()) {
            return new Result.Outdated();
        }
        if (!partitions().contains(new TopicPartition(id.topic(), id.partition()))) {
            return new Result.NotThere();
        }
        try (Producer<String, byte[]> producer = producers.get()) {
            producer.initTransactions();
            Content content = box.since(id);
            Replay before = content.replays().get(id);
            if (before != null) {
                return new Result.Already(before);
            }
            Optional<ConsumerRecord<String, byte[]>> letter =
                    content.letters().stream()
                            .filter(each -> LetterId.of(each).equals(id))
                            .findFirst();
            return letter.map(each -> replay(producer, each, by)).orElseGet(Result.NotThere::new);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what failed is thrown by the commit
    private Result replay(
            Producer<String, byte[]> producer, ConsumerRecord<String, byte[]> letter, Actor by) {
        LetterId id = LetterId.of(letter);
        Replay replay = new Replay(named(by), clock.instant());
        producer.beginTransaction();
        producer.send(again(letter));
        producer.send(new ReplayMark(id, replay).record(letter.key()));
        producer.commitTransaction();
        return new Result.Replayed(replay);
    }

    private static String named(Actor actor) {
        return actor.kind().name().toLowerCase(Locale.ROOT) + ":" + actor.name();
    }

    private static ProducerRecord<String, byte[]> again(ConsumerRecord<String, byte[]> letter) {
        LetterHeaders headers = new LetterHeaders(letter.headers());
        LetterId id = LetterId.of(letter);
        Headers original = headers.original();
        original.add(REPLAYED_FROM, CloudEventHeaders.utf8(id.toString()));
        return new ProducerRecord<>(
                id.source(),
                headers.partition(letter.partition()),
                letter.key(),
                letter.value(),
                original);
    }

    private Collection<TopicPartition> partitions() {
        List<String> topics =
                Answers.of(admin.listTopics().names()).stream()
                        .filter(name -> name.startsWith("amends."))
                        .filter(name -> name.endsWith(LetterId.SUFFIX))
                        .toList();
        return Answers.of(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(DeadLetters::partitions)
                .toList();
    }

    private static java.util.stream.Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(each -> new TopicPartition(topic.name(), each.partition()));
    }
}
