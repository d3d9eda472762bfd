package amends.intake.bulk;

import amends.intake.MappingFiles;
import amends.intake.channel.BulkChannel;
import amends.intake.channel.CanonicalForm;
import amends.intake.ledger.Conservation;
import amends.intake.mapping.Mapping;
import amends.intake.mapping.Mappings;
import amends.intake.normalise.Normalisation;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.util.Map;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BulkSettings.class)
class BulkConfiguration {

    /// The shipped mappings, and those of a folder of the user's own, which win by name.
    @Bean
    Mappings mappings(@Value("${amends.intake.mappings:}") String folder) throws IOException {
        return new Mappings(
                new MappingFiles<>(Mapping.class, Mapping::name).read("mappings", folder));
    }

    @Bean
    BulkChannel bulkChannel(Mappings mappings, CanonicalForm form, Normalisation normalisation) {
        return new BulkChannel(mappings, form, normalisation);
    }

    @Bean
    Imports imports(BulkSettings settings) {
        return new Imports(settings.remembered());
    }

    @Bean
    OutcomeFollower outcomeFollower(KafkaProperties kafka, Imports imports, Conservation books) {
        Map<String, Object> properties = kafka.buildConsumerProperties();
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new OutcomeFollower(
                () ->
                        new KafkaConsumer<>(
                                properties, new StringDeserializer(), new ByteArrayDeserializer()),
                imports,
                books);
    }
}
