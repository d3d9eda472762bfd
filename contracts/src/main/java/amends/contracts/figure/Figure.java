package amends.contracts.figure;

import amends.contracts.wire.Message;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/// One document of one analytics view, whole; a later one with the same view and id replaces it.
public record Figure(FigureView view, FigureKey id, Instant computedAt, JsonNode document)
        implements Message {

    @Override
    public String key() {
        return view.value() + "/" + id.value();
    }

    @Override
    public String messageId() {
        return key() + "@" + computedAt;
    }

    @Override
    public String type() {
        return "FigureComputed";
    }

    @Override
    public Instant time() {
        return computedAt;
    }
}
