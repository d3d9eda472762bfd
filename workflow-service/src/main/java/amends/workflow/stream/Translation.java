package amends.workflow.stream;

import amends.contracts.wire.Message;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Wire;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import java.util.Optional;

/// Reads the messages of one topic and turns them into wishes. Messages that wish for nothing end
/// here.
final class Translation<M extends Message> implements Processor<String, byte[], String, Wish> {

    /// What a message wishes for.
    interface Translator<M> {
        Optional<Wish> wish(M message, Arrival arrival);
    }

    private final Topic<M> topic;
    private final Translator<M> translator;
    private ProcessorContext<String, Wish> context;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before all else
    Translation(Topic<M> topic, Translator<M> translator) {
        this.topic = topic;
        this.translator = translator;
    }

    @Override
    public void init(ProcessorContext<String, Wish> processorContext) {
        this.context = processorContext;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        translator
                .wish(Wire.read(record.value(), topic.type()), Arrival.of(record, context))
                .ifPresent(wish -> context.forward(checked(record, wish)));
    }

    /// A key that is not the complaint's would reach another partition, and so a second writer.
    private static Record<String, Wish> checked(Record<String, byte[]> record, Wish wish) {
        if (!wish.complaint().value().equals(record.key())) {
            throw new IllegalArgumentException(
                    "The record's key is not the complaint's id; send it keyed by complaint id");
        }
        return record.withValue(wish);
    }
}
