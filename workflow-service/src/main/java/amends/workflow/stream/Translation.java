package amends.workflow.stream;

import amends.contracts.wire.Message;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import java.util.Optional;

/// Turns the messages of one topic into wishes. Messages that wish for nothing end here.
final class Translation<M extends Message> implements Processor<String, M, String, Wish> {

    /// What a message wishes for.
    interface Translator<M> {
        Optional<Wish> wish(M message, Arrival arrival);
    }

    private final Translator<M> translator;
    private ProcessorContext<String, Wish> context;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before all else
    Translation(Translator<M> translator) {
        this.translator = translator;
    }

    @Override
    public void init(ProcessorContext<String, Wish> processorContext) {
        this.context = processorContext;
    }

    @Override
    public void process(Record<String, M> record) {
        translator
                .wish(record.value(), Arrival.of(record, context))
                .ifPresent(wish -> context.forward(checked(record, wish)));
    }

    /// A key that is not the complaint's would reach another partition, and so a second writer.
    private static <M> Record<String, Wish> checked(Record<String, M> record, Wish wish) {
        if (!wish.complaint().value().equals(record.key())) {
            throw new IllegalArgumentException(
                    "The record's key is not the complaint's id; send it keyed by complaint id");
        }
        return record.withValue(wish);
    }
}
