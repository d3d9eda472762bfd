package amends.notification.delivery;

import amends.contracts.notification.NotificationId;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.core.ConsumerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// After a crash a request may be read again although its outcome already stands further on in the
/// same partition. Reading ahead, by the headers alone, finds those: they must not go out a second
/// time.
record OutcomesAhead(ConsumerFactory<String, byte[]> consumers) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final List<String> OUTCOMES = List.of(":sent", ":bounced", ":failed");

    /// @param from where the sender will start to read
    Set<NotificationId> of(Map<TopicPartition, Long> from) {
        Set<NotificationId> settled = new HashSet<>();
        try (Consumer<String, byte[]> reader =
                consumers.createConsumer("notification-outcomes-ahead", "-ahead")) {
            reader.assign(from.keySet());
            from.forEach(reader::seek);
            Map<TopicPartition, Long> end = reader.endOffsets(from.keySet());
            while (end.entrySet().stream()
                    .anyMatch(e -> reader.position(e.getKey()) < e.getValue())) {
                reader.poll(POLL).forEach(record -> note(record, settled));
            }
        }
        return settled;
    }

    private static void note(ConsumerRecord<String, byte[]> record, Set<NotificationId> settled) {
        Header header = record.headers().lastHeader("ce_id");
        String id = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        OUTCOMES.stream()
                .filter(id::endsWith)
                .map(end -> id.substring(0, id.length() - end.length()))
                .forEach(name -> settled.add(new NotificationId(name)));
    }
}
