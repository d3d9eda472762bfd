package amends.notification.log;

import amends.contracts.view.Positions;
import amends.contracts.wire.Topics;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

import java.util.concurrent.TimeUnit;

@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    private static final String DEFAULT_DATABASE = "amends";

    @Bean
    MongoClient mongo(@Value("${amends.mongodb-uri}") String uri) {
        // a customer who answers a survey does not wait for a database that is away
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(uri))
                        .applyToClusterSettings(c -> c.serverSelectionTimeout(3, TimeUnit.SECONDS))
                        .build());
    }

    @Bean
    MongoDatabase database(MongoClient mongo, @Value("${amends.mongodb-uri}") String uri) {
        String named = new ConnectionString(uri).getDatabase();
        return mongo.getDatabase(named == null ? DEFAULT_DATABASE : named);
    }

    @Bean
    DeliveryLog deliveryLog(MongoDatabase database) {
        return new DeliveryLog(database);
    }

    @Bean
    ConsumerRecordRecoverer deadLetters(KafkaTemplate<String, byte[]> kafka) {
        return new DeadLetterPublishingRecoverer(
                kafka,
                (record, _) ->
                        new TopicPartition(
                                Topics.deadLetters(Topics.NOTIFICATIONS), record.partition()));
    }

    @Bean
    DeliveryLogView deliveryLogView(
            DeliveryLog log, MongoDatabase database, ConsumerRecordRecoverer deadLetters) {
        return new DeliveryLogView(log, new Positions(database, "delivery-log"), deadLetters);
    }

    /// What cannot be read is put aside by the view itself; whatever else goes wrong is the
    /// database's absence, and is waited for.
    @Bean
    DefaultErrorHandler waitForDatabase() {
        ExponentialBackOff pauses = new ExponentialBackOff(500, 2);
        pauses.setMaxInterval(15_000);
        DefaultErrorHandler handler = new DefaultErrorHandler(pauses);
        handler.setReclassifyOnExceptionChange(false);
        return handler;
    }
}
