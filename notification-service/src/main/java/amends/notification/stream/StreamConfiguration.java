package amends.notification.stream;

import amends.contracts.stream.TopologySettings;
import amends.contracts.wire.Topics;
import amends.notification.rule.Telling;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
class StreamConfiguration {

    @Bean
    RuleStream rules(
            Telling telling,
            StreamSettings settings,
            KafkaConnectionDetails kafka,
            MeterRegistry registry) {
        return new RuleStream(
                NotificationTopology.of(telling, settings, new StreamMetrics(registry)),
                streams(settings, String.join(",", kafka.getBootstrapServers())));
    }

    private static Map<String, Object> streams(StreamSettings settings, String brokers) {
        Map<String, Object> streams =
                TopologySettings.of(
                        "notification-rules",
                        brokers,
                        settings.stateDir(),
                        NotificationStores.class);
        streams.putAll(TopologySettings.deadLettersOf(Topics.COMPLAINTS));
        // a mail takes longer than that to arrive, and fewer transactions cost less
        streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        streams.put(StreamsConfig.POLL_MS_CONFIG, 20);
        streams.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        streams.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 500);
        streams.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG),
                8 * 1024 * 1024);
        return streams;
    }
}
