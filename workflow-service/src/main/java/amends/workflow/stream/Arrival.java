package amends.workflow.stream;

import amends.contracts.complaint.CorrelationId;
import amends.contracts.contact.OriginalPosition;
import amends.contracts.wire.CloudEventHeaders;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// The circumstances in which a message came.
///
/// @param now when it is dealt with
/// @param replyTo the correlation id under which somebody waits for an answer
record Arrival(Instant now, OriginalPosition position, @Nullable CorrelationId replyTo) {

    static Arrival of(Record<?, ?> record, ProcessingContext context) {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        return new Arrival(
                Instant.ofEpochMilli(context.currentSystemTimeMs()),
                new OriginalPosition(metadata.partition(), metadata.offset()),
                replyTo(record.headers().lastHeader(CloudEventHeaders.REPLY_TO)));
    }

    private static @Nullable CorrelationId replyTo(@Nullable Header header) {
        return header == null
                ? null
                : new CorrelationId(new String(header.value(), StandardCharsets.UTF_8));
    }
}
