package amends.intake.bulk;

import amends.intake.channel.BulkChannel;
import amends.intake.channel.Row;
import amends.intake.mapping.Mapping;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The records of a CSV file.
///
/// A broken record must not pull its neighbours down: when a quote is left open and later lines are
/// whole rows by themselves, only the first line is broken and reading goes on behind it.
final class CsvRows implements Rows {

    private static final int LINES_LOOKED_AT = 50;
    private static final int NO_END = -1;

    private final Window window;
    private final Mapping mapping;
    private int width;
    private long number;

    CsvRows(Window window, Mapping mapping) {
        this.window = window;
        this.mapping = mapping;
    }

    /// Takes the header.
    ///
    /// @return its text; empty when there is none
    Optional<String> header() throws IOException {
        int length = recordLength();
        if (length == NO_END) {
            return Optional.empty();
        }
        String raw = take(length);
        width = cells(raw).map(List::size).orElse(0);
        return Optional.of(raw);
    }

    @Override
    public @Nullable Row next() throws IOException {
        skipEmptyLines();
        if (window.at(0) < 0) {
            return null;
        }
        number++;
        int length = recordLength();
        String raw = length == NO_END ? "" : window.text(length);
        Optional<List<String>> cells = length == NO_END ? Optional.empty() : cells(raw);
        if (cells.isPresent() && (cells.get().size() == width || isOneLine(raw))) {
            take(length);
            return whole(raw, cells.get());
        }
        return broken(length, raw);
    }

    private Row whole(String raw, List<String> cells) {
        return raw.indexOf(SensedReader.UNREADABLE) >= 0
                ? new Row.Broken(
                        number,
                        raw,
                        "charset-broken",
                        "Bytes that are no text in the file's charset")
                : new Row.Whole(number, raw, cells);
    }

    private Row broken(int length, String record) throws IOException {
        if (length != NO_END && !wholeRowWithin(record)) {
            take(length);
            return new Row.Broken(
                    number, record, "csv-row-incomplete", "A quote is open or misplaced");
        }
        String line = Lines.next(window, LONGEST);
        return line == null
                ? new Row.TooLong(number, LONGEST + Lines.skip(window))
                : new Row.Broken(
                        number, line, "csv-row-incomplete", "A quote is open or misplaced");
    }

    private boolean wholeRowWithin(String record) {
        try (Stream<String> lines = record.lines()) {
            return lines.skip(1)
                    .limit(LINES_LOOKED_AT)
                    .anyMatch(
                            line -> cells(line).filter(cells -> cells.size() == width).isPresent());
        }
    }

    /// How long the record at the start of the window is, without its line end; all that is left
    /// when a quote is never closed; [#NO_END] when it is too long or there is none.
    private int recordLength() throws IOException {
        char delimiter = mapping.delimiter().charAt(0);
        boolean quoted = false;
        boolean cellStarts = true;
        int length = 0;
        for (int c = window.at(0); c >= 0 && length <= LONGEST; c = window.at(++length)) {
            if (quoted) {
                if (c == '"' && window.at(length + 1) == '"') {
                    length++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '\n' || c == '\r') {
                return length;
            } else if (c == '"' && cellStarts) {
                quoted = true;
                cellStarts = false;
            } else {
                cellStarts = c == delimiter;
            }
        }
        return length == 0 || length > LONGEST ? NO_END : length;
    }

    private String take(int length) throws IOException {
        String raw = window.text(length);
        window.skip(length + Lines.endOfLine(window, length));
        return raw;
    }

    private void skipEmptyLines() throws IOException {
        for (int end = Lines.endOfLine(window, 0); end > 0; end = Lines.endOfLine(window, 0)) {
            window.skip(end);
        }
    }

    private Optional<List<String>> cells(String record) {
        return BulkChannel.cells(record, mapping);
    }

    private static boolean isOneLine(String record) {
        return record.indexOf('\n') < 0 && record.indexOf('\r') < 0;
    }
}
