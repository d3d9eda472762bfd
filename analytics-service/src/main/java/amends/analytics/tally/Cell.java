package amends.analytics.tally;

import amends.analytics.facts.Place;
import amends.contracts.contact.BrandName;
import amends.contracts.figure.FigureKey;
import amends.contracts.name.TypedName;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// One figure of a question: the complaints that share a value in one dimension, for example
/// `channel/email`, of one brand or of all together.
///
/// @param by the dimension, without a slash
/// @param brand absent: of all brands together
public record Cell(String by, String value, @Nullable BrandName brand) implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER =
            Comparator.comparing((Cell cell) -> prefix(cell.brand))
                    .thenComparing(Cell::by)
                    .thenComparing(Cell::value);
    private static final char SEPARATOR = '/';
    private static final char OF_BRAND = '@';
    private static final int LONGEST_BRAND = 100;

    public Cell {
        int longest = Math.max(0, TypedName.LONGEST - by.length() - 1 - prefix(brand).length());
        value = value.length() > longest ? value.substring(0, longest) : value;
    }

    /// A figure of all brands together.
    public Cell(String by, String value) {
        this(by, value, null);
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

    /// The cells and the same of one brand; a brand whose name is too long for a key is not counted
    /// apart.
    static List<Cell> alsoOf(BrandName brand, Collection<Cell> cells) {
        return isCountedApart(brand)
                ? cells.stream().flatMap(cell -> Stream.of(cell, cell.of(brand))).toList()
                : List.copyOf(cells);
    }

    public static boolean isCountedApart(BrandName brand) {
        return prefix(brand).length() <= LONGEST_BRAND;
    }

    private Cell of(BrandName brand) {
        return new Cell(by, value, brand);
    }

    public static Cell parse(FigureKey key) {
        String text = key.value();
        boolean ofBrand = text.charAt(0) == OF_BRAND;
        int start = ofBrand ? text.indexOf(SEPARATOR) + 1 : 0;
        int end = text.indexOf(SEPARATOR, start);
        return new Cell(
                text.substring(start, end),
                text.substring(end + 1),
                ofBrand ? new BrandName(readable(text.substring(1, start - 1))) : null);
    }

    public FigureKey key() {
        return new FigureKey(prefix() + by + SEPARATOR + value);
    }

    private String prefix() {
        return prefix(brand);
    }

    private static String prefix(@Nullable BrandName brand) {
        return brand == null
                ? ""
                : OF_BRAND + brand.value().replace("%", "%25").replace("/", "%2F") + SEPARATOR;
    }

    private static String readable(String brand) {
        return brand.replace("%2F", "/").replace("%25", "%");
    }

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
