package amends.analytics.view;

import amends.analytics.AnalyticsSettings;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import org.apache.kafka.common.TopicPartition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

import java.util.Objects;

/// Connects the views to MongoDB and to their dead letters.
@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

    @Bean
    MongoClient mongoClient(AnalyticsSettings settings) {
        return MongoClients.create(settings.mongodbUri());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, AnalyticsSettings settings) {
        String name = new ConnectionString(settings.mongodbUri()).getDatabase();
        return client.getDatabase(Objects.requireNonNullElse(name, "amends"));
    }

    /// Keeps the partition, so that what cannot be read is found where it stood.
    @Bean
    DeadLetterPublishingRecoverer deadLetters(KafkaTemplate<String, byte[]> template) {
        return new DeadLetterPublishingRecoverer(
                template,
                (record, failure) ->
                        new TopicPartition(record.topic() + "-dlt", record.partition()));
    }
}
