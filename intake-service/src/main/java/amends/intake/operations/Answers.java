package amends.intake.operations;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// Waits for what the broker answers to an administrator.
final class Answers {

    private static final long PATIENCE_SECONDS = 10;

    private Answers() {}

    /// @throws KafkaException when there is no answer in time, or a refusal
    static <T> T of(KafkaFuture<T> asked) {
        try {
            return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("The broker does not answer", e);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        }
    }
}
