package amends.notification;

import amends.contracts.identity.IdentityFilter;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.notification.book.TemplateBook;
import amends.notification.rule.Letters;
import amends.notification.rule.Telling;
import amends.notification.template.SurveyAddress;
import amends.notification.template.TemplateLetters;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.stream.Stream;

/// What the parts of the service share: topics, the clock, the letters, the door.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EscalationSettings.class)
class NotificationConfiguration {

    @Bean
    NewTopics topics(@Value("${amends.partitions}") int partitions) {
        return new NewTopics(
                Stream.concat(
                                withDeadLetters(Topics.TEMPLATES, 1),
                                Stream.of(Topics.COMPLAINTS, Topics.NOTIFICATIONS)
                                        .flatMap(topic -> withDeadLetters(topic, partitions)))
                        .toArray(NewTopic[]::new));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    IdentityFilter identities(@Value("${amends.identity.public-key}") Path publicKey, Clock clock) {
        return IdentityFilter.behindGateway(publicKey, "/api", clock);
    }

    @Bean
    Letters letters(
            TemplateBook templates,
            @Value("${amends.notification.zone}") ZoneId zone,
            SurveyAddress surveys) {
        return new TemplateLetters(templates::inForce, zone, surveys);
    }

    @Bean
    Telling telling(Letters letters, EscalationSettings settings) {
        return new Telling(letters, settings.escalations());
    }

    private static Stream<NewTopic> withDeadLetters(Topic<?> topic, int partitions) {
        return Stream.of(topic.definition(partitions), Topics.deadLetters(topic, partitions));
    }
}
