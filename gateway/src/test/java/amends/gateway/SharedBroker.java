package amends.gateway;

import amends.contracts.wire.Message;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Wire;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A real broker for all tests of this process. Users and keys made by one are known to all, as
/// with several gateways of one house.
final class SharedBroker {

    private static final EmbeddedKafkaKraftBroker BROKER = start();

    private SharedBroker() {}

    static String address() {
        return BROKER.getBrokersAsString();
    }

    /// Everything on a topic so far.
    static <M extends Message> List<M> read(Topic<M> topic) {
        return values(topic.name()).stream().map(value -> Wire.read(value, topic.type())).toList();
    }

    /// The same as text.
    static String text(String topic) {
        return values(topic).stream()
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    private static List<byte[]> values(String topic) {
        List<byte[]> values = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", address()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            TopicPartition only = new TopicPartition(topic, 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).get(only);
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> values.add(each.value()));
            }
        }
        return values;
    }

    private static EmbeddedKafkaKraftBroker start() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("offsets.topic.num.partitions", "1");
        broker.brokerProperty("transaction.state.log.num.partitions", "1");
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy, "broker"));
        return broker;
    }
}
