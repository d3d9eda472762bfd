package amends.analytics.stream;

import amends.analytics.stream.Finding.CustomerComplained;
import amends.contracts.insight.Insight.CustomerComplainsAgain;
import amends.contracts.insight.RecordedInsight;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Counts the complaints of each customer and says when one is not his first.
final class RepeatComplaints
        extends ContextualProcessor<String, CustomerComplained, String, RecordedInsight> {

    static final String COUNTS = "complaints-of-customer";

    private KeyValueStore<String, Integer> counts;

    @SuppressWarnings("NullAway.Init") // set by init, before anything is processed
    RepeatComplaints() {}

    @Override
    public void init(ProcessorContext<String, RecordedInsight> context) {
        super.init(context);
        counts = context.getStateStore(COUNTS);
    }

    @Override
    public void process(Record<String, CustomerComplained> record) {
        @Nullable Integer known = counts.get(record.key());
        Integer change = record.value().change();
        int complaints = (known == null ? 0 : known) + (change == null ? 1 : change);
        counts.put(record.key(), complaints);
        if (change == null && complaints > 1) {
            context().forward(insight(record.value(), complaints));
        }
    }

    private Record<String, RecordedInsight> insight(CustomerComplained complained, int complaints) {
        return InsightRecord.of(
                new RecordedInsight(
                        complained.complaint(),
                        complained.at(),
                        new CustomerComplainsAgain(complaints)));
    }
}
