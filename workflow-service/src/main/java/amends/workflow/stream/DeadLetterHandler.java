package amends.workflow.stream;

import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.UnreadableMessage;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/// Sends a record that could not be read or decided to the dead-letter topic of where it came from,
/// same partition, same bytes, with Spring Kafka's headers, and lets its neighbours go on. It
/// happens inside the transaction: neither lost nor doubled.
public final class DeadLetterHandler implements ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);
    private static final String SUFFIX = "-dlt";

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception e) {
        return Response.resume(List.of(letter(context, e)));
    }

    private static ProducerRecord<byte[], byte[]> letter(ErrorHandlerContext context, Exception e) {
        LOG.error(
                "{}-{} offset {} goes to {}{}",
                context.topic(),
                context.partition(),
                context.offset(),
                context.topic(),
                SUFFIX,
                e);
        return new ProducerRecord<>(
                context.topic() + SUFFIX,
                context.partition(),
                context.sourceRawKey(),
                context.sourceRawValue(),
                explained(context, e));
    }

    private static Headers explained(ErrorHandlerContext context, Exception e) {
        Headers headers = new RecordHeaders(context.headers());
        headers.add(KafkaHeaders.DLT_ORIGINAL_TOPIC, CloudEventHeaders.utf8(context.topic()));
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_PARTITION,
                ByteBuffer.allocate(Integer.BYTES).putInt(context.partition()).array());
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_OFFSET,
                ByteBuffer.allocate(Long.BYTES).putLong(context.offset()).array());
        headers.add(
                KafkaHeaders.DLT_EXCEPTION_FQCN, CloudEventHeaders.utf8(e.getClass().getName()));
        headers.add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, CloudEventHeaders.utf8(reason(e)));
        return headers;
    }

    /// Only texts known to repeat no content may stand in a header.
    private static String reason(Exception e) {
        return e instanceof UnreadableMessage || e instanceof RefusedContact
                ? String.valueOf(e.getMessage())
                : "See the log of workflow-service";
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // nothing to configure
    }
}
