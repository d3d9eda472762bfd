package amends.intake;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.complaint.Outcome;
import amends.contracts.complaint.Outcome.Disposition;
import amends.contracts.complaint.RecordedOutcome;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Answers contacts as the workflow service does: a contact is new, belongs to a known complaint,
/// or is known itself.
public final class PlayedWorkflow {

    private final Set<ContactId> contacts = new HashSet<>();
    private final Set<ComplaintId> complaints = new HashSet<>();
    private final Thread thread = Thread.ofPlatform().start(this::run);
    private volatile boolean stopped;

    public void stop() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    private void run() {
        try (KafkaConsumer<String, byte[]> consumer = RunningIntake.consumer();
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(
                                Map.of(
                                        "bootstrap.servers",
                                        RunningIntake.BROKER.getBrokersAsString()),
                                new StringSerializer(),
                                new ByteArraySerializer())) {
            consumer.subscribe(List.of(Topics.CONTACTS.name()));
            while (!stopped) {
                for (ConsumerRecord<String, byte[]> message :
                        consumer.poll(Duration.ofMillis(100))) {
                    answer(message, producer);
                }
            }
        }
    }

    private void answer(
            ConsumerRecord<String, byte[]> message, KafkaProducer<String, byte[]> producer) {
        Contact contact = Wire.read(message.value(), Contact.class);
        boolean known = !contacts.add(contact.content().id());
        boolean old = !complaints.add(contact.complaintId());
        Header replyTo = message.headers().lastHeader(CloudEventHeaders.REPLY_TO);
        if (replyTo != null) {
            producer.send(
                    Topics.OUTCOMES.record(
                            new RecordedOutcome(
                                    new CorrelationId(
                                            new String(replyTo.value(), StandardCharsets.UTF_8)),
                                    contact.complaintId(),
                                    Instant.now(),
                                    new Outcome.ContactTaken(
                                            known
                                                    ? Disposition.KNOWN
                                                    : old
                                                            ? Disposition.APPENDED
                                                            : Disposition.NEW))));
        }
    }
}
