package amends.analytics.tally;

import amends.analytics.facts.Place;
import amends.contracts.figure.FigureKey;
import amends.contracts.name.TypedName;

import java.util.List;

/// One figure of a question: the complaints that share a value in one dimension, for example
/// `channel/email`.
///
/// @param by the dimension, without a slash
public record Cell(String by, String value) implements Comparable<Cell> {

    private static final char SEPARATOR = '/';

    public Cell {
        int longest = TypedName.LONGEST - by.length() - 1;
        value = value.length() > longest ? value.substring(0, longest) : value;
    }

    public static Cell overall() {
        return new Cell("overall", "all");
    }

    /// Overall, and the queue that the complaint waits in, if it has one.
    public static List<Cell> overallAndQueue(Place place) {
        return place.queue() == null
                ? List.of(overall())
                : List.of(overall(), new Cell("queue", place.queue().value()));
    }

    public static Cell parse(FigureKey key) {
        int end = key.value().indexOf(SEPARATOR);
        return new Cell(key.value().substring(0, end), key.value().substring(end + 1));
    }

    public FigureKey key() {
        return new FigureKey(by + SEPARATOR + value);
    }

    @Override
    public int compareTo(Cell other) {
        int order = by.compareTo(other.by);
        return order != 0 ? order : value.compareTo(other.value);
    }
}
