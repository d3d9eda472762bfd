package amends.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.access.RecordedAccess;
import amends.contracts.complaint.Actor;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

class TopicFollowerTest {

    private static final TopicPartition AT = new TopicPartition(Topics.POLICIES.name(), 0);

    private final List<String> read = new ArrayList<>();
    private final List<ProducerRecord<String, byte[]>> letters = new ArrayList<>();

    @Test
    void whatCannotBeReadBecomesADeadLetterAndItsNeighboursAreRead() {
        byte[] good = Wire.write(policy());
        byte[] bad = "{\"half a".getBytes(StandardCharsets.UTF_8);
        MockConsumer<String, byte[]> consumer = consumer(List.of(good, bad, good));
        try (TopicFollower<PublishedPolicy> _ =
                TopicFollower.fromBeginning(
                        Topics.POLICIES,
                        consumer,
                        (policy, record) -> read.add(policy.key() + " at " + record.offset()),
                        letter -> {
                            letters.add(letter);
                            return CompletableFuture.completedFuture(null);
                        })) {
            assertThat(read).containsExactly("sla@1 at 0", "sla@1 at 2");
            assertThat(letters)
                    .singleElement()
                    .satisfies(
                            letter -> {
                                assertThat(letter.topic()).isEqualTo("amends.policies-dlt");
                                assertThat(letter.key()).isEqualTo("sla@1");
                                assertThat(letter.value()).isEqualTo(bad);
                                assertThat(header(letter, SkippedRecord.PARTITION)).isEqualTo("0");
                                assertThat(header(letter, SkippedRecord.OFFSET)).isEqualTo("1");
                                assertThat(header(letter, SkippedRecord.ERROR))
                                        .endsWith("UnreadableMessage");
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neighboursAreReadAlsoWhenNothingCanBePutAside(boolean atOnce) {
        RuntimeException noBroker = new IllegalStateException("no broker");
        byte[] good = Wire.write(policy());
        try (TopicFollower<PublishedPolicy> _ =
                TopicFollower.fromBeginning(
                        Topics.POLICIES,
                        consumer(List.of(good, new byte[] {'{'}, good)),
                        (policy, record) -> read.add(policy.key() + " at " + record.offset()),
                        letter -> {
                            letters.add(letter);
                            if (atOnce) {
                                throw noBroker;
                            }
                            return CompletableFuture.failedFuture(noBroker);
                        })) {
            assertThat(letters).hasSize(1);
            assertThat(read).containsExactly("sla@1 at 0", "sla@1 at 2");
        }
    }

    @Test
    void whatItsReaderCannotTakeBecomesADeadLetterToo() {
        byte[] good = Wire.write(policy());
        try (TopicFollower<PublishedPolicy> _ =
                TopicFollower.fromBeginning(
                        Topics.POLICIES,
                        consumer(List.of(good, good, good)),
                        (policy, record) -> {
                            if (record.offset() == 1) {
                                throw new IllegalStateException("not followed");
                            }
                            read.add(policy.key() + " at " + record.offset());
                        },
                        letter -> {
                            letters.add(letter);
                            return CompletableFuture.completedFuture(null);
                        })) {
            assertThat(read).containsExactly("sla@1 at 0", "sla@1 at 2");
            assertThat(letters)
                    .singleElement()
                    .satisfies(
                            letter ->
                                    assertThat(header(letter, SkippedRecord.REASON))
                                            .isEqualTo("not followed"));
        }
    }

    @Test
    void aTopicThatWasMadeAMomentAgoIsWaitedFor() {
        MockConsumer<String, byte[]> consumer =
                filled(new Hesitant(), List.of(Wire.write(policy())));
        try (TopicFollower<PublishedPolicy> _ =
                TopicFollower.fromBeginning(
                        Topics.POLICIES,
                        consumer,
                        (policy, record) -> read.add(policy.key()),
                        letter -> CompletableFuture.completedFuture(null))) {
            assertThat(read).containsExactly("sla@1");
        }
    }

    /// Asked for the first time, it does not know the topic.
    private static final class Hesitant extends MockConsumer<String, byte[]> {

        private boolean asked;

        Hesitant() {
            super("earliest");
        }

        @Override
        public synchronized List<PartitionInfo> partitionsFor(String topic) {
            boolean first = !asked;
            asked = true;
            return first ? List.of() : super.partitionsFor(topic);
        }
    }

    @Test
    void ofUsersAndKeysOnlyPlaceAndReasonArePutAside() {
        ConsumerRecord<String, byte[]> user =
                new ConsumerRecord<>(
                        Topics.ACCESS.name(), 0, 7, "user:li", new byte[] {'{', 'h', 'a', 's'});
        ProducerRecord<String, byte[]> letter =
                SkippedRecord.letter(user, new UnreadableMessage(RecordedAccess.class, "half"));
        assertThat(letter.value()).isEmpty();
        assertThat(letter.key()).isEqualTo("user:li");
        assertThat(header(letter, SkippedRecord.OFFSET)).isEqualTo("7");
        assertThat(header(letter, SkippedRecord.REASON)).contains("half");
    }

    private static MockConsumer<String, byte[]> consumer(List<byte[]> values) {
        return filled(new MockConsumer<>("earliest"), values);
    }

    private static MockConsumer<String, byte[]> filled(
            MockConsumer<String, byte[]> consumer, List<byte[]> values) {
        Node node = new Node(0, "none", 1);
        consumer.updatePartitions(
                AT.topic(),
                List.of(new PartitionInfo(AT.topic(), 0, node, new Node[] {}, new Node[] {})));
        consumer.updateBeginningOffsets(Map.of(AT, 0L));
        consumer.updateEndOffsets(Map.of(AT, (long) values.size()));
        consumer.schedulePollTask(
                () -> {
                    for (int i = 0; i < values.size(); i++) {
                        consumer.addRecord(
                                new ConsumerRecord<>(AT.topic(), 0, i, "sla@1", values.get(i)));
                    }
                });
        return consumer;
    }

    private static PublishedPolicy policy() {
        return new PublishedPolicy(
                PolicyVersion.parse("sla@1"),
                Instant.EPOCH,
                Actor.automation("product"),
                Wire.mapper().createObjectNode());
    }

    private static String header(ProducerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
