package amends.notification.delivery;

import amends.contracts.notification.NotificationEvent.EmailRequested;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.UnreadableMessage;
import amends.contracts.wire.Wire;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// Finds the requests among the records of the notifications topic.
final class Requests {

    private static final String REQUESTED =
            CloudEventHeaders.TYPE_PREFIX + EmailRequested.class.getSimpleName();

    private Requests() {}

    /// Returns the request; nothing for all else, unreadable records included: the delivery log
    /// puts those aside.
    static Optional<Parcel> in(ConsumerRecord<String, byte[]> record) {
        return mayBeRequest(record) ? read(record) : Optional.empty();
    }

    private static boolean mayBeRequest(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type == null || REQUESTED.equals(new String(type.value(), StandardCharsets.UTF_8));
    }

    private static Optional<Parcel> read(ConsumerRecord<String, byte[]> record) {
        try {
            RecordedNotification recorded = Wire.read(record.value(), RecordedNotification.class);
            return recorded.event() instanceof EmailRequested request
                    ? Optional.of(parcel(record, recorded, request))
                    : Optional.empty();
        } catch (UnreadableMessage | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static Parcel parcel(
            ConsumerRecord<String, byte[]> record,
            RecordedNotification recorded,
            EmailRequested request) {
        return new Parcel(
                new TopicPartition(record.topic(), record.partition()),
                record.offset(),
                recorded.complaintId(),
                request,
                recorded.at(),
                0,
                Instant.EPOCH);
    }
}
