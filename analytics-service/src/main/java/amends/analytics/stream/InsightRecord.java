package amends.analytics.stream;

import amends.contracts.insight.RecordedInsight;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Topics;

import org.apache.kafka.streams.processor.api.Record;

/// An insight as the record that carries it.
final class InsightRecord {

    private InsightRecord() {}

    static Record<String, RecordedInsight> of(RecordedInsight insight) {
        return new Record<>(
                insight.key(),
                insight,
                insight.at().toEpochMilli(),
                CloudEventHeaders.of(insight, Topics.INSIGHTS.name()));
    }
}
