package amends.intake.ledger;

import amends.contracts.wire.Topic;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.InstantSource;
import java.util.Map;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    private static final int PATIENCE_MILLIS = 10_000;

    @Bean
    Conservation conservation(LedgerSettings settings) {
        return new Conservation(settings.instance(), settings.patience());
    }

    @Bean
    Remainders remainders(
            LedgerSettings settings,
            Conservation books,
            MeterRegistry meters,
            InstantSource clock) {
        Remainders remainders = new Remainders(settings.patience());
        Gauge.builder(
                        "amends.intake.missing",
                        () ->
                                books.missing(clock.instant()).count()
                                        + remainders.missing(clock.instant()))
                .description(
                        "Inputs about which workflow should have answered long ago, and those that"
                                + " only their sources know of")
                .register(meters);
        return remainders;
    }

    @Bean(destroyMethod = "close")
    LedgerProducer ledgerProducer(KafkaProperties kafka) {
        Map<String, Object> properties = kafka.buildProducerProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Topic.LARGEST_RECORD_BYTES);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.LARGEST_RECORD_BYTES);
        return new LedgerProducer(
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()));
    }

    @Bean
    LedgerConsumers ledgerConsumers(KafkaProperties kafka) {
        Map<String, Object> properties = kafka.buildConsumerProperties();
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new LedgerConsumers(
                () ->
                        new KafkaConsumer<>(
                                properties, new StringDeserializer(), new ByteArrayDeserializer()));
    }

    @Bean
    BookKeeper bookKeeper(
            Conservation books,
            Remainders remainders,
            LedgerConsumers consumers,
            LedgerProducer producer,
            LedgerSettings settings,
            InstantSource clock) {
        BookShelf shelf = new BookShelf(books, producer.producer(), consumers.made(), clock);
        return new BookKeeper(books, remainders, shelf, settings.saved(), clock);
    }

    /// Apart from other producers: the application context must not take it for the only one.
    record LedgerProducer(Producer<String, byte[]> producer) implements AutoCloseable {
        @Override
        public void close() {
            producer.close();
        }
    }
}
