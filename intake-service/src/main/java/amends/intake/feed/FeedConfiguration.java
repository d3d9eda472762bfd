package amends.intake.feed;

import amends.contracts.contact.SourceName;
import amends.intake.SourceReaders;
import amends.intake.channel.ComplaintChannel;
import amends.intake.channel.EventChannel;
import amends.intake.feed.FeedSettings.Feed;
import amends.intake.partner.PartnerChannel;
import amends.intake.publish.Reception;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
class FeedConfiguration {

    private static final int FETCHED_BYTES = 8 * 1024 * 1024;
    private static final int BATCH = 200;

    @Bean
    RecordForm.Channels recordChannels(
            ComplaintChannel complaints, EventChannel events, PartnerChannel partners) {
        return new RecordForm.Channels(complaints, events, partners);
    }

    @Bean
    SourceReaders feeds(
            FeedSettings settings,
            RecordForm.Channels channels,
            KafkaProperties kafka,
            Reception reception,
            InstantSource clock) {
        return new SourceReaders(
                () ->
                        settings.feeds().entrySet().stream()
                                .map(
                                        each ->
                                                new FeedReader(
                                                        each.getKey(),
                                                        each.getValue().topic(),
                                                        form(
                                                                each.getKey(),
                                                                each.getValue(),
                                                                channels),
                                                        () ->
                                                                consumer(
                                                                        each.getKey(),
                                                                        each.getValue(),
                                                                        kafka),
                                                        reception,
                                                        clock))
                                .toList());
    }

    private static RecordForm form(String name, Feed feed, RecordForm.Channels channels) {
        String source = Objects.requireNonNullElse(feed.source(), "kafka:" + name);
        return channels.form(feed.mapping(), new SourceName(source));
    }

    static Consumer<byte[], byte[]> consumer(String name, Feed feed, KafkaProperties kafka) {
        Map<String, Object> properties = kafka.buildConsumerProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, "amends-intake-" + name);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_BYTES);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        if (feed.bootstrapServers() != null) {
            properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, feed.bootstrapServers());
        }
        properties.putAll(feed.properties());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
