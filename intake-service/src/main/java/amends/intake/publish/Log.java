package amends.intake.publish;

import amends.contracts.notification.RecordedNotification;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.Topics;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Writes to Kafka over two producers: one that answers single inputs at once, one that gathers
/// rows to large batches.
public final class Log implements AutoCloseable {

    private final Producer<String, byte[]> prompt;
    private final Producer<String, byte[]> bulk;
    private final Duration patience;

    Log(Producer<String, byte[]> prompt, Producer<String, byte[]> bulk, Duration patience) {
        this.prompt = prompt;
        this.bulk = bulk;
        this.patience = patience;
    }

    /// Returns when all in-sync replicas have the record.
    ///
    /// @throws NotDurable when they don't in time
    public void write(ProducerRecord<String, byte[]> message) {
        await(promptly(message));
    }

    /// Starts writing; completes when all in-sync replicas have the record.
    public CompletableFuture<Void> promptly(ProducerRecord<String, byte[]> message) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        send(
                prompt,
                message,
                (metadata, failure) -> {
                    if (failure == null) {
                        written.complete(null);
                    } else {
                        written.completeExceptionally(failure);
                    }
                });
        return written;
    }

    /// The same for an input that was set aside, and for what it tells of our mails.
    public CompletableFuture<Void> promptly(
            RecordedQuarantine kept, List<RecordedNotification> about) {
        return CompletableFuture.allOf(
                Stream.concat(
                                Stream.of(Topics.QUARANTINE.record(kept)),
                                about.stream().map(Topics.NOTIFICATIONS::record))
                        .map(this::promptly)
                        .toArray(CompletableFuture<?>[]::new));
    }

    /// Queues a row; blocks while too many bytes wait.
    public void inBulk(ProducerRecord<String, byte[]> message, Callback then) {
        send(bulk, message, then);
    }

    /// Waits as long as a sender can be asked to.
    public void await(CompletableFuture<?> written) {
        try {
            written.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof RecordTooLargeException
                    ? new TooLarge(cause)
                    : new NotDurable(cause);
        } catch (TimeoutException e) {
            throw new NotDurable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDurable(e);
        }
    }

    @Override
    public void close() {
        prompt.close(patience);
        bulk.close(patience);
    }

    /// The callback is told what the returned future would tell.
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void send(
            Producer<String, byte[]> producer,
            ProducerRecord<String, byte[]> message,
            Callback then) {
        try {
            producer.send(message, then);
        } catch (KafkaException e) {
            then.onCompletion(null, e);
        }
    }
}
