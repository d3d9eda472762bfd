package amends.notification.book;

import amends.contracts.wire.PublishedBook;
import amends.contracts.wire.Topics;
import amends.notification.template.SampleLetters;
import amends.notification.template.Templates;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Properties;

@Configuration(proxyBeanMethods = false)
class BookConfiguration {

    @Bean
    SampleLetters sampleLetters(@Value("${amends.notification.zone}") ZoneId zone) {
        return new SampleLetters(zone);
    }

    @Bean
    TemplateBook templateBook(
            SampleLetters samples,
            KafkaTemplate<String, byte[]> kafka,
            ConsumerFactory<String, byte[]> consumers,
            Clock clock) {
        PublishedBook<Templates> book =
                new PublishedBook<>(Topics.TEMPLATES, samples::tried, kafka::send, clock);
        Properties alone = new Properties();
        alone.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return new TemplateBook(book, () -> consumers.createConsumer(null, "templates", "", alone));
    }
}
