package amends.contracts.stream;

import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The Kafka Streams settings that every topology of the platform shares. A service adds its own:
/// when to commit, how far to read ahead, what to do with records that fail.
public final class TopologySettings {

    /// After a crash the next process takes over this much later, not after Kafka's 45 seconds.
    private static final int SESSION_MILLIS = 10_000;

    private TopologySettings() {}

    /// @param stateDir where the stores lie; they can be rebuilt from Kafka
    public static Map<String, Object> of(
            String application,
            String brokers,
            Path stateDir,
            Class<? extends BoundedStores> stores) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, stores);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                SESSION_MILLIS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Topic.LARGEST_RECORD_BYTES);
        return settings;
    }

    /// A record that cannot be read or processed goes to the dead letters of the topic, and the
    /// topology goes on.
    public static Map<String, Object> deadLettersOf(Topic<?> topic) {
        return Map.of(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                Topics.deadLetters(topic),
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueExceptionHandler.class,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueProcessingExceptionHandler.class);
    }
}
