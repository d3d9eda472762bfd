package amends.analytics;

import amends.analytics.compliance.Compliance;
import amends.analytics.recurrence.ClusterFigure;
import amends.analytics.recurrence.Listening;
import amends.analytics.recurrence.RecurrenceRule;
import amends.analytics.recurrence.Words;
import amends.analytics.retention.Retention;
import amends.analytics.retention.RetentionModel;
import amends.analytics.satisfaction.Satisfaction;
import amends.analytics.stream.AnalyticsTopology;
import amends.analytics.tally.Question;
import amends.analytics.turnaround.Turnaround;
import amends.contracts.figure.FigureView;
import amends.contracts.identity.IdentityFilter;
import amends.contracts.wire.Topics;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// The list of questions, and the topics that the answers travel on.
@Configuration(proxyBeanMethods = false)
class AnalyticsConfiguration {

    @Bean
    IdentityFilter identities(@Value("${amends.identity.public-key}") Path publicKey) {
        return IdentityFilter.behindGateway(publicKey, "/api", InstantSource.system());
    }

    @Bean
    Satisfaction satisfaction(AnalyticsSettings settings) {
        return new Satisfaction(settings.zone());
    }

    @Bean
    Turnaround turnaround(AnalyticsSettings settings) {
        return new Turnaround(settings.historyAfter());
    }

    @Bean
    Compliance compliance() {
        return new Compliance();
    }

    @Bean
    RetentionModel retentionModel() {
        return YamlPolicy.read("retention", RetentionModel.class);
    }

    @Bean
    Retention retention(RetentionModel model, AnalyticsSettings settings) {
        return new Retention(model, settings.historyAfter());
    }

    @Bean
    RecurrenceRule recurrenceRule() {
        return YamlPolicy.read("recurrence", RecurrenceRule.class);
    }

    @Bean
    AnalyticsTopology topology(
            List<Question> questions, RecurrenceRule recurrence, AnalyticsSettings settings) {
        return new AnalyticsTopology(
                questions,
                new Listening(new Words(), settings.zone()),
                recurrence,
                settings.publishEvery(),
                settings.partitions(),
                settings.brandsApart());
    }

    /// The views that are lists of figures.
    @Bean
    List<FigureView> views(List<Question> questions) {
        return Stream.concat(questions.stream().map(Question::view), Stream.of(ClusterFigure.VIEW))
                .toList();
    }

    @Bean
    KafkaAdmin.NewTopics topics(AnalyticsSettings settings) {
        Stream<NewTopic> own =
                Stream.of(Topics.COMPLAINTS, Topics.FIGURES, Topics.INSIGHTS, Topics.KNOWN_ISSUES)
                        .map(topic -> topic.definition(settings.partitions()));
        Stream<NewTopic> deadLetters =
                Stream.of(Topics.COMPLAINTS, Topics.FIGURES, Topics.KNOWN_ISSUES)
                        .map(topic -> Topics.deadLetters(topic, settings.partitions()));
        return new KafkaAdmin.NewTopics(Stream.concat(own, deadLetters).toArray(NewTopic[]::new));
    }
}
