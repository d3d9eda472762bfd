package amends.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.policy.PublishedPolicy;
import amends.contracts.policy.ShippedConfiguration;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

class PublishedBookTest {

    private static final TopicPartition AT = new TopicPartition(Topics.TEMPLATES.name(), 0);
    private static final Actor CHIEF = Actor.agent(new AgentId("chief"));
    private static final PolicyName FRAME = new PolicyName("frame");
    private static final PolicyName REPLY = new PolicyName("reply");
    private static final ShippedConfiguration SHIPPED =
            new ShippedConfiguration(Map.of(FRAME, words("plain"), REPLY, words("shipped")));

    private final PublishedBook<Map<String, String>> book =
            new PublishedBook<>(
                    Topics.TEMPLATES,
                    PublishedBookTest::meaning,
                    _ -> CompletableFuture.completedFuture(null),
                    InstantSource.fixed(Instant.EPOCH));
    private TopicFollower<?> follower;

    @AfterEach
    void close() {
        follower.close();
    }

    @Test
    void whatCanNoLongerBeFollowedGivesWayToTheNewestVersionThatCan() {
        open(version("reply@2", "good"), version("reply@3", "odd"), version("frame@2", "fine"));
        assertThat(book.current()).containsOnly(Map.entry("frame", "fine"), reply("good"));
        assertThat(book.published(REPLY).orElseThrow().version())
                .as("what was published last is shown, so that it can be mended")
                .isEqualTo(PolicyVersion.parse("reply@3"));
    }

    @Test
    void whatWasNeverFollowedGivesWayToWhatIsShipped() {
        open(version("reply@1", "odd"), version("frame@1", "odd"), version("else@1", "odd"));
        assertThat(book.current()).containsOnly(Map.entry("frame", "plain"), reply("shipped"));
    }

    @Test
    void versionsThatOnlyFitTogetherAreFoundTogether() {
        open(
                version("else@1", "odd"),
                version("frame@2", "needs reply two"),
                version("reply@2", "two"));
        assertThat(book.current())
                .containsOnly(Map.entry("frame", "needs reply two"), reply("two"));
    }

    @Test
    void eachOfThoseIsMendedByItself() {
        open(version("reply@1", "odd"), version("frame@1", "odd"));
        assertThatThrownBy(() -> book.publish(REPLY, words("odd"), CHIEF))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(book.publish(REPLY, words("mended"), CHIEF).version())
                .isEqualTo(PolicyVersion.parse("reply@2"));
        assertThat(book.current()).containsOnly(Map.entry("frame", "plain"), reply("mended"));
        book.publish(FRAME, words("new"), CHIEF);
        assertThat(book.current()).containsOnly(Map.entry("frame", "new"), reply("mended"));
    }

    @Test
    void ofTwoRecordsWithTheSameVersionTheLaterHolds() {
        open(version("reply@2", "one"), version("reply@2", "other"), version("reply@1", "old"));
        assertThat(book.current()).contains(reply("other"));
        assertThat(book.history().of(REPLY).getFirst().body()).isEqualTo(words("other"));
    }

    private void open(PublishedPolicy... stored) {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        Node node = new Node(0, "none", 1);
        consumer.updatePartitions(
                AT.topic(),
                List.of(new PartitionInfo(AT.topic(), 0, node, new Node[] {}, new Node[] {})));
        consumer.updateBeginningOffsets(Map.of(AT, 0L));
        consumer.updateEndOffsets(Map.of(AT, (long) stored.length));
        consumer.schedulePollTask(
                () -> {
                    for (int i = 0; i < stored.length; i++) {
                        consumer.addRecord(
                                new ConsumerRecord<>(
                                        AT.topic(), 0, i, stored[i].key(), Wire.write(stored[i])));
                    }
                });
        follower = book.open(consumer, SHIPPED);
    }

    private static Map<String, String> meaning(Map<PolicyName, PublishedPolicy> published) {
        Map<String, String> meaning = new TreeMap<>();
        published.forEach((name, policy) -> meaning.put(name.value(), policy.body().asString()));
        if (meaning.containsValue("odd")
                || (meaning.containsValue("needs reply two") && !meaning.containsValue("two"))) {
            throw new IllegalArgumentException("It can't be followed: " + meaning);
        }
        return meaning;
    }

    private static PublishedPolicy version(String version, String words) {
        return new PublishedPolicy(
                PolicyVersion.parse(version), Instant.EPOCH, CHIEF, words(words));
    }

    private static JsonNode words(String words) {
        return StringNode.valueOf(words);
    }

    private static Map.Entry<String, String> reply(String words) {
        return Map.entry("reply", words);
    }
}
