package amends.workflow.view;

import amends.contracts.view.Positions;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

import java.util.Objects;

/// Where cases are kept, and how the log is read.
@Configuration
class ViewConfiguration {

    private static final String DEFAULT_DATABASE = "amends";

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(@Value("${amends.mongodb-uri}") ConnectionString uri) {
        return MongoClients.create(uri);
    }

    @Bean
    MongoDatabase mongoDatabase(
            MongoClient client, @Value("${amends.mongodb-uri}") ConnectionString uri) {
        return client.getDatabase(Objects.requireNonNullElse(uri.getDatabase(), DEFAULT_DATABASE));
    }

    @Bean
    Positions casePositions(MongoDatabase database) {
        return new Positions(database, "cases");
    }

    @Bean
    ConsumerRecordRecoverer deadLetters(KafkaTemplate<String, byte[]> template) {
        return new DeadLetterPublishingRecoverer(template);
    }

    /// A database that is away is waited for, however long: skipping would leave a hole in the
    /// view.
    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> viewListeners(
            ConsumerFactory<String, byte[]> consumers) {
        ExponentialBackOff patience = new ExponentialBackOff(200, 2);
        patience.setMaxInterval(5_000);
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(consumers);
        factory.setBatchListener(true);
        factory.setCommonErrorHandler(new DefaultErrorHandler(patience));
        return factory;
    }
}
