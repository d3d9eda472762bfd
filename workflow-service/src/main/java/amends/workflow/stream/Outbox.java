package amends.workflow.stream;

import amends.contracts.complaint.RecordedOutcome;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Message;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/// The one place where the topology turns messages into records.
final class Outbox {

    static final Serializer<Message> SERIALIZER = (topic, message) -> Wire.write(message);

    private final ProcessorContext<String, Message> context;
    private final String processor;

    Outbox(ProcessorContext<String, Message> context, String processor) {
        this.context = context;
        this.processor = processor;
    }

    /// Each processor has sinks of its own: a common one would make one sub-topology of both.
    static String sink(Topic<?> topic, String processor) {
        return processor + "-to-" + topic.name();
    }

    <M extends Message> void send(Topic<M> topic, M message) {
        send(topic, message, CloudEventHeaders.of(message, topic.name()));
    }

    <M extends Message> void send(Topic<M> topic, M message, Headers headers) {
        context.forward(
                new Record<>(message.key(), message, message.time().toEpochMilli(), headers),
                sink(topic, processor));
    }

    /// With the complaint's status beside it, for whoever waits for the answer.
    void answer(RecordedOutcome outcome, String status) {
        Headers headers =
                CloudEventHeaders.of(outcome, Topics.OUTCOMES.name())
                        .add(OutcomeHeaders.STATUS, CloudEventHeaders.utf8(status));
        send(Topics.OUTCOMES, outcome, headers);
    }
}
