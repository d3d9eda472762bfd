package amends.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class LogTest {

    private static final ProducerRecord<String, byte[]> MESSAGE =
            new ProducerRecord<>("t", "k", new byte[] {1});

    @Test
    void whatKafkaConfirmsIsWritten() {
        assertThatNoException().isThrownBy(() -> log(producer(true)).write(MESSAGE));
    }

    @Test
    void nothingIsPromisedWithoutConfirmation() {
        assertThatExceptionOfType(NotDurable.class)
                .isThrownBy(() -> log(producer(false)).write(MESSAGE));
    }

    @Test
    void aFailureIsNotDurable() {
        MockProducer<String, byte[]> producer = producer(true);
        producer.sendException = new KafkaException("no broker");
        assertThatExceptionOfType(NotDurable.class).isThrownBy(() -> log(producer).write(MESSAGE));
        List<Exception> told = new ArrayList<>();
        log(producer).inBulk(MESSAGE, (metadata, failure) -> told.add(failure));
        assertThat(told).containsExactly(producer.sendException);
    }

    @Test
    void whatNeverFitsIsTooLarge() {
        MockProducer<String, byte[]> producer = producer(true);
        producer.sendException = new RecordTooLargeException("17 MB");
        assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> log(producer).write(MESSAGE));
    }

    private static Log log(MockProducer<String, byte[]> producer) {
        return new Log(producer, producer, Duration.ofMillis(50));
    }

    private static MockProducer<String, byte[]> producer(boolean confirms) {
        return new MockProducer<>(
                confirms, null, new StringSerializer(), new ByteArraySerializer());
    }
}
