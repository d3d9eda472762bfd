package amends.notification.delivery;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.notification.NotificationEvent.EmailRequested;

import org.apache.kafka.common.TopicPartition;

import java.time.Instant;

/// A request on its way out, with the place on the log that it came from.
///
/// @param attempts how often the receiving side has put it off
/// @param notBefore when it may be tried next
record Parcel(
        TopicPartition partition,
        long offset,
        ComplaintId complaint,
        EmailRequested request,
        Instant requestedAt,
        int attempts,
        Instant notBefore) {

    Parcel putOff(Instant until) {
        return new Parcel(partition, offset, complaint, request, requestedAt, attempts + 1, until);
    }
}
