package amends.intake.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Dead letters are understood whoever wrote them.
class LetterHeadersTest {

    @Test
    void ofSpringKafka() {
        Headers headers =
                new RecordHeaders()
                        .add("ce_type", utf8("amends.ComplaintReceived"))
                        .add(
                                "kafka_dlt-original-partition",
                                ByteBuffer.allocate(4).putInt(3).array())
                        .add(
                                "kafka_dlt-original-offset",
                                ByteBuffer.allocate(8).putLong(17).array())
                        .add("kafka_dlt-exception-fqcn", utf8("a.Wrapper"))
                        .add("kafka_dlt-exception-cause-fqcn", utf8("a.Unreadable"))
                        .add("kafka_dlt-exception-message", utf8("unreadable"));

        holds(new LetterHeaders(headers));
    }

    @Test
    void ofKafkaStreams() {
        Headers headers =
                new RecordHeaders()
                        .add("ce_type", utf8("amends.ComplaintReceived"))
                        .add("__streams.errors.partition", utf8("3"))
                        .add("__streams.errors.offset", utf8("17"))
                        .add("__streams.errors.exception", utf8("a.Unreadable"))
                        .add("__streams.errors.message", utf8("unreadable"));

        holds(new LetterHeaders(headers));
    }

    @Test
    void ofNobodyInParticular() {
        LetterHeaders headers = new LetterHeaders(new RecordHeaders());
        assertThat(headers.partition(5)).isEqualTo(5);
        assertThat(headers.offset()).isNull();
        assertThat(headers.reason()).isNull();
        assertThat(headers.type()).isNull();
    }

    private static void holds(LetterHeaders headers) {
        assertThat(headers.type()).isEqualTo("ComplaintReceived");
        assertThat(headers.partition(0)).isEqualTo(3);
        assertThat(headers.offset()).isEqualTo(17);
        assertThat(headers.error()).isEqualTo("a.Unreadable");
        assertThat(headers.reason()).isEqualTo("unreadable");
        assertThat(headers.original().toArray())
                .extracting(each -> each.key())
                .containsExactly("ce_type");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
