package amends.contracts.wire;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A topic and what travels on it, as one value, so that nobody can read it as something else.
public record Topic<M extends Message>(String name, Class<M> type, Retention retention) {

    /// How long records stay.
    public sealed interface Retention {
        record ForEver() implements Retention {}

        record For(Duration time) implements Retention {}

        record LatestByKey() implements Retention {}
    }

    /// Large enough for a mail of 10 MB, Base64 and JSON included.
    public static final int LARGEST_RECORD_BYTES = 16 * 1024 * 1024;

    public ProducerRecord<String, byte[]> record(M message) {
        return new ProducerRecord<>(
                name,
                null,
                message.key(),
                Wire.write(message),
                CloudEventHeaders.of(message, name));
    }

    public Deserializer<M> deserializer() {
        return (topic, bytes) -> Wire.read(bytes, type);
    }

    public Serde<M> serde() {
        return Serdes.serdeFrom((topic, message) -> Wire.write(message), deserializer());
    }

    /// How to create it. Replication is left to the broker's default.
    public NewTopic definition(int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST_RECORD_BYTES));
        switch (retention) {
            case Retention.ForEver() -> settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
            case Retention.For(Duration time) ->
                    settings.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(time.toMillis()));
            case Retention.LatestByKey() ->
                    settings.put(
                            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        return settings;
    }
}
