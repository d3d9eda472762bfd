package amends.workflow.stream;

import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topics;
import amends.workflow.complaint.Complaint;
import amends.workflow.complaint.Decision;
import amends.workflow.complaint.Errand;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;

import java.time.Instant;
import java.util.List;

/// Sends the commands that a decision about one complaint gives to another, in the name of whoever
/// wished for that decision.
final class Errands {

    private final ProcessorContext<String, Message> context;
    private final Outbox outbox;

    Errands(ProcessorContext<String, Message> context, Outbox outbox) {
        this.context = context;
        this.outbox = outbox;
    }

    void follow(Wish wish, Decision decision, Complaint after) {
        List<Errand> errands = Errand.following(wish.command(), wish.cause(), decision, after);
        for (int i = 0; i < errands.size(); i++) {
            outbox.send(Topics.COMMANDS, request(wish, errands.get(i), i));
        }
    }

    private CommandRequest request(Wish wish, Errand errand, int index) {
        RecordMetadata because = context.recordMetadata().orElseThrow();
        CorrelationId correlation =
                new CorrelationId(
                        "errand-%s-%d-%d-%d"
                                .formatted(
                                        because.topic(),
                                        because.partition(),
                                        because.offset(),
                                        index));
        return new CommandRequest(
                errand.to(),
                correlation,
                Instant.ofEpochMilli(context.currentSystemTimeMs()),
                wish.actor(),
                null,
                errand.command());
    }
}
