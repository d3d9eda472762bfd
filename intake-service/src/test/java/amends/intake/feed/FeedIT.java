package amends.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.contact.ContactId;
import amends.contracts.contact.SourceName;
import amends.contracts.quarantine.QuarantineEvent.InputQuarantined;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.Topics;
import amends.intake.RunningIntake;
import amends.intake.Scenario;
import amends.intake.feed.FeedSettings.Feed;
import amends.intake.ledger.Conservation;
import amends.intake.ledger.SourceMinute;
import amends.intake.publish.Reception;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class FeedIT extends RunningIntake {

    private static final Duration LONG = Duration.ofSeconds(90);

    private final String name = "feed-" + System.nanoTime();
    private KafkaProducer<String, byte[]> producer;

    @Autowired private RecordForm.Channels channels;
    @Autowired private Reception reception;
    @Autowired private Conservation books;
    @Autowired private KafkaProperties kafka;

    @BeforeEach
    void open() {
        producer =
                new KafkaProducer<>(
                        kafka.buildProducerProperties(),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void eachRecordIsTakenOnceHoweverOftenReadingIsInterrupted() throws Exception {
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < 60; i++) {
            send("{\"text\":\"It leaks\"}", Map.of());
            expected.add(id(name + "/0@" + i));
        }
        Random random = new Random(11);
        for (int round = 0; round < 5; round++) {
            FeedReader reader = reader("canonical", random.nextBoolean());
            reader.start();
            Thread.sleep(random.nextInt(300));
            reader.stop();
        }
        FeedReader reader = reader("canonical", false);
        reader.start();
        try {
            await().atMost(LONG).until(() -> taken().size() == 60);
        } finally {
            reader.stop();
        }
        assertThat(taken()).isEqualTo(expected);
    }

    @Test
    void noRecordHoldsUpTheNext() throws Exception {
        send("{", Map.of());
        send(null, Map.of());
        send("{\"Id\":\"1\"}", Map.of());
        send("{\"Id\":\"2\",\"Subject\":\"It leaks\"}", Map.of());
        FeedReader reader = reader("salesforce", false);
        reader.start();
        try {
            await().atMost(LONG).until(() -> taken().contains(id("salesforce:2")));
        } finally {
            reader.stop();
        }
        assertThat(kept())
                .extracting(
                        each -> ((InputQuarantined) each.event()).reason().value(),
                        each -> ((InputQuarantined) each.event()).idAtSource().value())
                .containsExactly(
                        tuple("record-broken", name + "/0@0"),
                        tuple("partner-body-without-text", name + "/0@2"));
    }

    @Test
    void aDeletionIsCountedAndNothingOfItIsKept() throws Exception {
        send(null, Map.of());
        send("{\"text\":\"It leaks\"}", Map.of());
        FeedReader reader = reader("canonical", false);
        reader.start();
        try {
            await().atMost(LONG).until(() -> taken().size() == 1);
        } finally {
            reader.stop();
        }
        assertThat(kept()).isEmpty();
        List<SourceMinute> booked =
                books.since(Instant.EPOCH).stream()
                        .filter(each -> each.source().equals(name))
                        .toList();
        assertThat(booked.stream().mapToLong(SourceMinute::received).sum()).isEqualTo(2);
        assertThat(booked.stream().mapToLong(SourceMinute::setAside).sum()).isEqualTo(1);
    }

    @Test
    void aDeletionIsCountedOnceHoweverOftenItIsReadAgain() throws Exception {
        send(null, Map.of());
        send("{\"text\":\"It leaks\"}", Map.of());
        FeedReader killed = reader("canonical", true);
        killed.start();
        try {
            await().atMost(LONG).until(() -> taken().size() == 1);
        } finally {
            killed.stop();
        }
        assertThat(deletions()).isZero();
        FeedReader reader = reader("canonical", false);
        reader.start();
        try {
            await().atMost(LONG).until(() -> deletions() > 0);
        } finally {
            reader.stop();
        }
        assertThat(deletions()).isEqualTo(1);
    }

    private long deletions() {
        return books.since(Instant.EPOCH).stream()
                .filter(each -> each.source().equals(name))
                .mapToLong(SourceMinute::setAside)
                .sum();
    }

    @Test
    void aMappingThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> channels.form("none", new SourceName(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zendesk");
    }

    @Test
    void theConformanceFeaturesOfKafkaAgree() throws Exception {
        Path feature =
                Path.of(
                        System.getProperty("amends.shared.data"),
                        "cloudevents-conformance/features/kafka-protocol-binding.feature");
        assumeThat(feature).as("conformance suite").exists();
        List<Scenario> scenarios = Scenario.read(feature);
        assertThat(scenarios).hasSize(3);
        for (Scenario scenario : scenarios) {
            send(scenario.body(), scenario.headers());
        }
        FeedReader reader = reader("cloudevents", false);
        reader.start();
        try {
            await().atMost(LONG).until(() -> kept().size() == scenarios.size());
        } finally {
            reader.stop();
        }
        List<JsonNode> understood =
                kept().stream()
                        .map(each -> (InputQuarantined) each.event())
                        .map(each -> Scenario.event(each.content().bytes()))
                        .toList();
        assertThat(understood).isEqualTo(scenarios.stream().map(each -> each.expected()).toList());
    }

    /// @param killed before it could note how far it was
    private FeedReader reader(String mapping, boolean killed) {
        Feed feed = new Feed(name, mapping, null, null, Map.of());
        return new FeedReader(
                name,
                name,
                channels.form(mapping, new SourceName(name)),
                () ->
                        killed
                                ? forgetful(FeedConfiguration.consumer(name, feed, kafka))
                                : FeedConfiguration.consumer(name, feed, kafka),
                reception,
                InstantSource.system());
    }

    @SuppressWarnings("unchecked")
    private static Consumer<byte[], byte[]> forgetful(Consumer<byte[], byte[]> consumer) {
        return (Consumer<byte[], byte[]>)
                Proxy.newProxyInstance(
                        FeedIT.class.getClassLoader(),
                        new Class<?>[] {Consumer.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("commitSync")) {
                                throw new KafkaException("killed");
                            }
                            return method.invoke(consumer, arguments);
                        });
    }

    private void send(String value, Map<String, String> headers) throws Exception {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(
                        name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        headers.forEach(
                (key, text) -> message.headers().add(key, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(message).get();
    }

    private String id(String idAtSource) {
        return ContactId.derive(new SourceName(name), idAtSource).value();
    }

    private Set<String> taken() {
        return contacts().stream()
                .filter(each -> each.content().source().value().equals(name))
                .map(each -> each.content().id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<RecordedQuarantine> kept() {
        return all(Topics.QUARANTINE, name);
    }
}
