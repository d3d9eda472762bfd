package amends.analytics.stream;

import amends.analytics.stream.Finding.PartialTally;
import amends.analytics.tally.Cell;
import amends.analytics.tally.Question;
import amends.analytics.tally.Tally;
import amends.contracts.figure.Figure;
import amends.contracts.figure.FigureView;
import amends.contracts.wire.Wire;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Adds up the parts of each figure and publishes it. After a start all figures are published anew,
/// so that a changed definition or retention model shows at once.
final class TallyMerging extends ContextualProcessor<String, PartialTally, String, Figure> {

    static final String PARTS = "tally-parts";
    static final String CHANGED = "changed-tallies";

    private static final char PART = '\u0000';

    private final Map<FigureView, Question> questions;
    private final Duration publishEvery;

    private KeyValueStore<String, Tally> parts;
    private ChangedKeys changed;

    @SuppressWarnings("NullAway.Init") // set by init, before anything is processed
    TallyMerging(List<Question> questions, Duration publishEvery) {
        this.questions =
                questions.stream().collect(Collectors.toMap(Question::view, Function.identity()));
        this.publishEvery = publishEvery;
    }

    @Override
    public void init(ProcessorContext<String, Figure> context) {
        super.init(context);
        parts = context.getStateStore(PARTS);
        changed = new ChangedKeys(context.getStateStore(CHANGED));
        try (KeyValueIterator<String, Tally> all = parts.all()) {
            all.forEachRemaining(
                    part -> changed.add(part.key.substring(0, part.key.indexOf(PART))));
        }
        context.schedule(publishEvery, PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    @Override
    public void process(Record<String, PartialTally> record) {
        parts.put(record.key() + PART + record.value().part(), record.value().tally());
        changed.add(record.key());
    }

    private void publish(long now) {
        changed.drain(Integer.MAX_VALUE, key -> context().forward(figure(key, now)));
    }

    private Record<String, Figure> figure(String key, long now) {
        FigureName name = FigureName.parse(key);
        Question question = Objects.requireNonNull(questions.get(name.view()), name.view()::value);
        java.lang.Record document = question.document(Cell.parse(name.id()), sum(key));
        return FigureRecord.of(name.view(), name.id(), now, Wire.mapper().valueToTree(document));
    }

    private Tally sum(String key) {
        Tally sum = Tally.EMPTY;
        try (KeyValueIterator<String, Tally> all =
                parts.prefixScan(key + PART, new StringSerializer())) {
            while (all.hasNext()) {
                sum = sum.plus(all.next().value);
            }
        }
        return sum;
    }
}
