package amends.analytics.view;

import amends.contracts.figure.FigureView;

import org.bson.Document;

import java.time.Instant;

/// Keeps a small order of its own over the figures; told of each one after it is written, and of
/// all at the start.
public interface FigureWatcher {

    void taken(FigureView view, String id, Instant computedAt, Document document);
}
