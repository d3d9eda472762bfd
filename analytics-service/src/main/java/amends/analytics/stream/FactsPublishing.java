package amends.analytics.stream;

import amends.analytics.facts.KnownComplaint;
import amends.analytics.stream.Finding.FactsKnown;
import amends.contracts.figure.Figure;
import amends.contracts.figure.FigureKey;
import amends.contracts.wire.Wire;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/// Publishes what is known about single complaints beside the figures that count them.
final class FactsPublishing extends ContextualProcessor<String, Finding, String, Figure> {

    @Override
    public void process(Record<String, Finding> record) {
        if (record.value() instanceof FactsKnown(KnownComplaint known)) {
            context()
                    .forward(
                            FigureRecord.of(
                                    KnownComplaint.VIEW,
                                    new FigureKey(record.key()),
                                    record.timestamp(),
                                    Wire.mapper().valueToTree(known)));
        }
    }
}
