package amends.contracts.wire;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

import java.nio.charset.StandardCharsets;

/// The headers of the CloudEvents 1.0 Kafka binding in binary mode, so that any Kafka tool can tell
/// what a record is.
public final class CloudEventHeaders {

    public static final String TYPE_PREFIX = "amends.";

    /// Asks the reader of a contact to answer on the outcomes topic under this correlation id.
    public static final String REPLY_TO = "amends_replyto";

    private static final byte[] SPEC_VERSION = utf8("1.0");
    private static final byte[] CONTENT_TYPE = utf8("application/json");

    private CloudEventHeaders() {}

    public static Headers of(Message message, String topic) {
        return new RecordHeaders()
                .add("ce_specversion", SPEC_VERSION)
                .add("ce_id", utf8(message.messageId()))
                .add("ce_source", utf8("/" + topic))
                .add("ce_type", utf8(TYPE_PREFIX + message.type()))
                .add("ce_time", utf8(InstantText.of(message.time())))
                .add("ce_subject", utf8(message.key()))
                .add("content-type", CONTENT_TYPE);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
