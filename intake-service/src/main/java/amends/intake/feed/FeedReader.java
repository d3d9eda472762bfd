package amends.intake.feed;

import amends.intake.Pauses;
import amends.intake.SourceReader;
import amends.intake.channel.Arrival;
import amends.intake.channel.Reading;
import amends.intake.publish.Reception;
import amends.intake.publish.Reception.Pending;
import amends.intake.publish.TooLarge;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Reads one foreign topic as long as the service runs. How far it is read is noted only when all
/// before is durable as contacts or in quarantine; what is read again leads to the same ids.
final class FeedReader implements SourceReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(FeedReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final String topic;
    private final RecordForm form;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Reception reception;
    private final InstantSource clock;
    private final Pauses pauses = new Pauses();
    private final Thread thread;

    FeedReader(
            String name,
            String topic,
            RecordForm form,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Reception reception,
            InstantSource clock) {
        this.topic = topic;
        this.form = form;
        this.consumers = consumers;
        this.reception = reception;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("feed-" + name).daemon().unstarted(this::run);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() throws InterruptedException {
        pauses.stop();
        thread.join(STOP_PATIENCE);
    }

    private void run() {
        while (!pauses.areStopped()) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                consumer.subscribe(List.of(topic));
                while (!pauses.areStopped()) {
                    take(consumer.poll(POLL));
                    consumer.commitSync();
                    pauses.succeeded();
                }
            } catch (RuntimeException e) {
                LOGGER.warn("The topic {} waits {}: {}", topic, pauses.next(), e.toString());
                pauses.rest();
            }
        }
    }

    private void take(Iterable<ConsumerRecord<byte[], byte[]>> messages) {
        Map<ConsumerRecord<byte[], byte[]>, Pending> pending = new LinkedHashMap<>();
        List<Arrival> deletions = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            byte[] value = message.value();
            if (value == null) { // its topic is compacted, and the key was deleted
                deletions.add(form.placeOnly(message, clock.instant()));
            } else {
                Arrival arrival = form.arrival(message, value, clock.instant());
                pending.put(message, reception.begin(form, arrival));
            }
        }
        pending.forEach(this::await);
        deletions.forEach(deletion -> reception.passOver(form, deletion));
    }

    private void await(ConsumerRecord<byte[], byte[]> message, Pending pending) {
        try {
            reception.await(pending);
        } catch (TooLarge e) {
            reception.await(putDown(message, "record-too-large", "Larger than the log takes"));
        }
    }

    private Pending putDown(ConsumerRecord<byte[], byte[]> message, String reason, String detail) {
        return reception.begin(
                form,
                form.placeOnly(message, clock.instant()),
                Reading.Unclear.because(reason, RecordForm.place(message) + ": " + detail));
    }
}
