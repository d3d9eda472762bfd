package amends.analytics;

import amends.analytics.satisfaction.Satisfaction;
import amends.analytics.stream.AnalyticsTopology;
import amends.analytics.tally.Question;
import amends.analytics.turnaround.Turnaround;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// The list of questions, and the topics that the answers travel on.
@Configuration(proxyBeanMethods = false)
class AnalyticsConfiguration {

    @Bean
    Satisfaction satisfaction() {
        return new Satisfaction(ZoneId.of("Asia/Tokyo"));
    }

    @Bean
    Turnaround turnaround() {
        return new Turnaround(Duration.ofDays(30));
    }

    @Bean
    AnalyticsTopology topology(List<Question> questions, AnalyticsSettings settings) {
        return new AnalyticsTopology(questions, settings.publishEvery(), settings.partitions());
    }

    @Bean
    KafkaAdmin.NewTopics topics(AnalyticsSettings settings) {
        Stream<NewTopic> own =
                Stream.of(Topics.COMPLAINTS, Topics.FIGURES, Topics.INSIGHTS)
                        .map(topic -> topic.definition(settings.partitions()));
        Stream<NewTopic> deadLetters =
                Stream.of(Topics.COMPLAINTS, Topics.FIGURES)
                        .map(topic -> deadLetters(topic, settings.partitions()));
        return new KafkaAdmin.NewTopics(Stream.concat(own, deadLetters).toArray(NewTopic[]::new));
    }

    private static NewTopic deadLetters(Topic<?> topic, int partitions) {
        return TopicBuilder.name(Topics.deadLetters(topic))
                .partitions(partitions)
                .config(
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(Duration.ofDays(30).toMillis()))
                .config(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(Topic.LARGEST_RECORD_BYTES))
                .build();
    }
}
