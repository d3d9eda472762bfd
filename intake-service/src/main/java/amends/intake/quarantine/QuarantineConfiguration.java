package amends.intake.quarantine;

import amends.contracts.view.Positions;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuarantineSettings.class)
class QuarantineConfiguration {

    private static final String VIEW = "quarantine";
    private static final String DEFAULT_DATABASE = "amends";
    private static final int BATCH = 500;
    private static final long PAUSE_MILLIS = 1_000;

    @Bean
    MongoClient mongoClient(@Value("${amends.mongodb-uri}") String uri) {
        return MongoClients.create(uri);
    }

    @Bean
    MongoDatabase database(MongoClient client, @Value("${amends.mongodb-uri}") String uri) {
        return client.getDatabase(
                Objects.requireNonNullElse(
                        new ConnectionString(uri).getDatabase(), DEFAULT_DATABASE));
    }

    @Bean
    QuarantineView quarantineView(MongoDatabase database) {
        return new QuarantineView(database);
    }

    @Bean
    QuarantineClock quarantineClock(
            QuarantineView view,
            QuarantineSettings settings,
            MeterRegistry meters,
            InstantSource clock) {
        return new QuarantineClock(view, settings, meters, clock);
    }

    @Bean
    QuarantineProjector quarantineProjector(
            QuarantineView view, MongoDatabase database, ConsumerRecordRecoverer deadLetters) {
        return new QuarantineProjector(view, new Positions(database, VIEW), deadLetters);
    }

    @Bean
    ConsumerRecordRecoverer deadLetters(KafkaProperties kafka) {
        Map<String, Object> properties = kafka.buildProducerProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        return new DeadLetterPublishingRecoverer(
                new KafkaTemplate<>(
                        new DefaultKafkaProducerFactory<>(
                                properties, new StringSerializer(), new ByteArraySerializer())));
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> quarantineListeners(
            KafkaProperties kafka) {
        Map<String, Object> properties = kafka.buildConsumerProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, "amends-intake-quarantine");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(
                new DefaultKafkaConsumerFactory<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer()));
        factory.setCommonErrorHandler(
                new DefaultErrorHandler(
                        new FixedBackOff(PAUSE_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return factory;
    }
}
