package amends.workflow.stream;

import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.workflow.complaint.ComplaintDecider;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Puts the topology and the followers of topics together.
@Configuration
@EnableConfigurationProperties(StreamsSettings.class)
class StreamConfiguration {

    private static final List<Topic<?>> INPUTS =
            List.of(
                    Topics.CONTACTS,
                    Topics.COMMANDS,
                    Topics.NOTIFICATIONS,
                    Topics.INSIGHTS,
                    Topics.DISPATCH,
                    Topics.GRANTS,
                    Topics.COMPLAINTS);
    private static final List<Topic<?>> OTHERS =
            List.of(Topics.OUTCOMES, Topics.POLICIES, Topics.COACHING, Topics.CUSTOMER_LINKS);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    NewTopics topics(@Value("${amends.partitions}") int partitions) {
        Stream<NewTopic> own =
                Stream.concat(INPUTS.stream(), OTHERS.stream())
                        .map(topic -> topic.definition(partitions));
        Stream<NewTopic> deadLetters =
                Stream.concat(INPUTS.stream(), OTHERS.stream())
                        .map(topic -> Topics.deadLetters(topic, partitions));
        return new NewTopics(Stream.concat(own, deadLetters).toArray(NewTopic[]::new));
    }

    @Bean
    Supplier<Consumer<String, byte[]>> committedReaders(KafkaConnectionDetails kafka) {
        Map<String, Object> properties =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.getBootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest");
        return () ->
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Bean
    Publisher publisher(KafkaTemplate<String, byte[]> template) {
        return template::send;
    }

    @Bean
    PolicyBook policyBook(
            Supplier<Consumer<String, byte[]>> readers, Publisher publisher, Clock clock) {
        return new PolicyBook(readers, publisher, clock);
    }

    @Bean
    CoachingBook coachingBook(
            Supplier<Consumer<String, byte[]>> readers, Publisher publisher, Clock clock) {
        return new CoachingBook(readers, publisher, clock);
    }

    @Bean
    CustomerBook customerBook(
            Supplier<Consumer<String, byte[]>> readers, Publisher publisher, Clock clock) {
        return new CustomerBook(readers, publisher, clock);
    }

    @Bean
    CommandSender commandSender(Supplier<Consumer<String, byte[]>> readers, Publisher publisher) {
        return new CommandSender(readers, publisher);
    }

    @Bean
    OriginalReader originalReader(Supplier<Consumer<String, byte[]>> readers) {
        return new OriginalReader(readers);
    }

    @Bean
    ComplaintDecider complaintDecider() {
        return new ComplaintDecider();
    }

    @Bean
    ComplaintStreams complaintStreams(
            StreamsSettings settings,
            KafkaConnectionDetails kafka,
            ComplaintDecider decider,
            PolicyBook policies,
            MeterRegistry registry) {
        Properties properties = new Properties();
        properties.putAll(settings.properties(String.join(",", kafka.getBootstrapServers())));
        StreamsConfig config = new StreamsConfig(properties);
        WorkflowMetrics metrics = new WorkflowMetrics(registry);
        return new ComplaintStreams(
                () -> {
                    Topology topology =
                            WorkflowTopology.build(
                                    new TopologyConfig(config),
                                    decider,
                                    policies::current,
                                    metrics);
                    KafkaStreams streams = new KafkaStreams(topology, config);
                    new KafkaStreamsMetrics(streams).bindTo(registry);
                    return streams;
                });
    }

    @Bean
    Agents agents(ComplaintStreams streams, PolicyBook policies, Publisher publisher, Clock clock) {
        return new Agents(streams, policies, publisher, clock);
    }

    @Bean
    HealthIndicator topologyHealthIndicator(ComplaintStreams streams) {
        return () -> (streams.isReady() ? Health.up() : Health.outOfService()).build();
    }
}
