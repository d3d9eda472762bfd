package amends.workflow.stream;

import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.complaint.RecordedOutcome;
import amends.contracts.routing.RecordedDispatch;
import amends.contracts.wire.TopicFollower;
import amends.contracts.wire.Topics;
import amends.workflow.StartOrder;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Sends commands to the topology and hands back its answers, which every instance reads as soon as
/// they are committed.
public final class CommandSender extends TopicListener {

    private static final int MOST_WAITING = 10_000;

    /// What was decided, and the complaint's status then.
    public record Answer(RecordedOutcome outcome, String status) {}

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Publisher publisher;
    private final Map<CorrelationId, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST_WAITING);

    CommandSender(Supplier<Consumer<String, byte[]>> consumers, Publisher publisher) {
        super(StartOrder.OUTCOMES);
        this.consumers = consumers;
        this.publisher = publisher;
    }

    /// Complete the answer in any way, and its place becomes free. Empty: too many are waiting
    /// already.
    public Optional<CompletableFuture<Answer>> send(CommandRequest request) {
        return send(request.correlation(), Topics.COMMANDS.record(request));
    }

    /// Asks the dispatcher of a pool for an agent's next complaint; the answer is that to the
    /// command which gives it to him, or [amends.contracts.complaint.Outcome.NothingNext].
    public Optional<CompletableFuture<Answer>> send(RecordedDispatch wish, CorrelationId answer) {
        return send(answer, Topics.DISPATCH.record(wish));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what becomes of them reaches the answer
    private Optional<CompletableFuture<Answer>> send(
            CorrelationId correlation, ProducerRecord<String, byte[]> record) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        waiting.put(correlation, answer);
        answer.whenComplete(
                (done, failure) -> {
                    waiting.remove(correlation);
                    places.release();
                });
        publisher
                .send(record)
                .whenComplete(
                        (sent, failure) -> {
                            if (failure != null) {
                                answer.completeExceptionally(failure);
                            }
                        });
        return Optional.of(answer);
    }

    private void answered(RecordedOutcome outcome, ConsumerRecord<String, byte[]> record) {
        CompletableFuture<Answer> answer = waiting.get(outcome.correlation());
        if (answer != null) {
            Header status = record.headers().lastHeader(OutcomeHeaders.STATUS);
            answer.complete(
                    new Answer(
                            outcome,
                            status == null
                                    ? ""
                                    : new String(status.value(), StandardCharsets.UTF_8)));
        }
    }

    @Override
    public void start() {
        follow(
                TopicFollower.fromEnd(
                        Topics.OUTCOMES, consumers.get(), this::answered, publisher::send));
    }
}
