package amends.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Rows in aligned columns for a terminal.
public final class TextTable {

    private static final String GAP = "  ";

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(String title, boolean right) {}

    public TextTable left(String title) {
        columns.add(new Column(title, false));
        return this;
    }

    /// For numbers.
    public TextTable right(String title) {
        columns.add(new Column(title, true));
        return this;
    }

    public TextTable row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(java.util.Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        boolean titled = columns.stream().anyMatch(column -> !column.title().isEmpty());
        if (titled) {
            line(text, columns.stream().map(Column::title).toList());
        }
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String padding = " ".repeat(width(i) - length(cells.get(i)));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).right() ? padding + cells.get(i) : cells.get(i) + padding);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(length(columns.get(column).title())),
                        rows.stream().mapToInt(row -> length(row.get(column))))
                .max()
                .orElse(0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
