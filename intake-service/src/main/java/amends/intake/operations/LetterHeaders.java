package amends.intake.operations;

import amends.contracts.wire.CloudEventHeaders;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What the headers of a dead letter tell, whether Spring Kafka wrote them or Kafka Streams.
record LetterHeaders(Headers headers) {

    private static final String OF_SPRING = "kafka_dlt-";
    private static final String OF_STREAMS = "__streams.errors.";

    @Nullable String type() {
        String type = text("ce_type");
        return type == null ? null : type.replaceFirst("^" + CloudEventHeaders.TYPE_PREFIX, "");
    }

    int partition(int otherwise) {
        Long told = number(KafkaHeaders.DLT_ORIGINAL_PARTITION, OF_STREAMS + "partition");
        return told == null ? otherwise : Math.toIntExact(told);
    }

    @Nullable Long offset() {
        return number(KafkaHeaders.DLT_ORIGINAL_OFFSET, OF_STREAMS + "offset");
    }

    /// What went wrong within, when it was wrapped.
    @Nullable String error() {
        return first(
                KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN,
                KafkaHeaders.DLT_EXCEPTION_FQCN,
                OF_STREAMS + "exception");
    }

    @Nullable String reason() {
        return first(KafkaHeaders.DLT_EXCEPTION_MESSAGE, OF_STREAMS + "message");
    }

    /// The headers that the record had before it became a dead letter.
    Headers original() {
        Headers original = new RecordHeaders();
        for (Header header : headers) {
            if (!header.key().startsWith(OF_SPRING) && !header.key().startsWith(OF_STREAMS)) {
                original.add(header);
            }
        }
        return original;
    }

    @Nullable String text(String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private @Nullable String first(String... names) {
        for (String name : names) {
            String text = text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private @Nullable Long number(String ofSpring, String ofStreams) {
        Header binary = headers.lastHeader(ofSpring);
        if (binary != null) {
            ByteBuffer bytes = ByteBuffer.wrap(binary.value());
            return bytes.remaining() == Integer.BYTES ? bytes.getInt() : bytes.getLong();
        }
        String text = text(ofStreams);
        return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
    }
}
