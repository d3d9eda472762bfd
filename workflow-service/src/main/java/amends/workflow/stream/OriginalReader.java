package amends.workflow.stream;

import amends.contracts.contact.Contact;
import amends.contracts.contact.OriginalPosition;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads a contact again where it stands on the contacts topic.
public final class OriginalReader {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Consumer<String, byte[]>> consumers;

    OriginalReader(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    public Optional<Contact> read(OriginalPosition position) {
        TopicPartition partition = new TopicPartition(Topics.CONTACTS.name(), position.partition());
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, position.offset());
            ConsumerRecords<String, byte[]> records = consumer.poll(PATIENCE);
            for (ConsumerRecord<String, byte[]> record : records) {
                return record.offset() == position.offset()
                        ? Optional.of(Wire.read(record.value(), Topics.CONTACTS.type()))
                        : Optional.empty();
            }
            return Optional.empty();
        }
    }
}
