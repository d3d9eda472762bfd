package amends.analytics.stream;

import amends.contracts.figure.Figure;
import amends.contracts.figure.FigureKey;
import amends.contracts.figure.FigureView;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Topics;

import org.apache.kafka.streams.processor.api.Record;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/// A figure as the record that carries it.
final class FigureRecord {

    private FigureRecord() {}

    static Record<String, Figure> of(
            FigureView view, FigureKey id, long computedAt, JsonNode document) {
        Figure figure = new Figure(view, id, Instant.ofEpochMilli(computedAt), document);
        return new Record<>(
                figure.key(),
                figure,
                computedAt,
                CloudEventHeaders.of(figure, Topics.FIGURES.name()));
    }
}
