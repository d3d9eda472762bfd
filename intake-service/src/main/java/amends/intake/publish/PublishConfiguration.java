package amends.intake.publish;

import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.intake.content.Filing;
import amends.intake.ledger.Conservation;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishSettings.class)
class PublishConfiguration {

    private static final int BULK_BATCH_BYTES = 512 * 1024;
    private static final int PROMPT_BATCH_BYTES = 64 * 1024;

    @Bean
    KafkaAdmin.NewTopics topics(@Value("${amends.partitions}") int partitions) {
        return new KafkaAdmin.NewTopics(
                Stream.concat(
                                Stream.of(
                                                Topics.CONTACTS,
                                                Topics.QUARANTINE,
                                                Topics.OUTCOMES,
                                                Topics.LEDGER,
                                                Topics.CLAIMS,
                                                Topics.NOTIFICATIONS)
                                        .map(topic -> topic.definition(partitions)),
                                Stream.of(Topics.deadLetters(Topics.QUARANTINE, partitions)))
                        .toArray(NewTopic[]::new));
    }

    @Bean
    Log log(KafkaProperties kafka, PublishSettings settings) {
        return new Log(
                producer(kafka, settings, settings.patience(), Duration.ZERO, PROMPT_BATCH_BYTES),
                producer(
                        kafka,
                        settings,
                        settings.bulkPatience(),
                        settings.bulkLinger(),
                        BULK_BATCH_BYTES),
                settings.patience());
    }

    @Bean
    IntakeMinutes intakeMinutes() {
        return new IntakeMinutes();
    }

    @Bean
    Counts counts(MeterRegistry meters, IntakeMinutes minutes, Conservation books) {
        return new Counts(meters, minutes, books);
    }

    @Bean
    Floods floods(PublishSettings settings) {
        return new Floods(settings.mailsAnHour());
    }

    @Bean
    Reception reception(Log log, Counts counts, Conservation books, Filing filing) {
        return new Reception(log, counts, books, filing);
    }

    private static Producer<String, byte[]> producer(
            KafkaProperties kafka,
            PublishSettings settings,
            Duration patience,
            Duration linger,
            int batchBytes) {
        Map<String, Object> properties = kafka.buildProducerProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.LARGEST_RECORD_BYTES);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, settings.buffer());
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, batchBytes);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, millis(linger));
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(patience));
        properties.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis(patience.minus(linger).dividedBy(2)));
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(patience));
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
