package amends.intake.bulk;

import amends.intake.channel.Row;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/// NDJSON: one JSON object per line; empty lines don't count.
final class JsonLines implements Rows {

    private final Window window;
    private long number;

    JsonLines(Window window) {
        this.window = window;
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (true) {
            String line = Lines.next(window, LONGEST);
            if (line == null) {
                long skipped = Lines.skip(window);
                if (skipped == 0) {
                    return null;
                }
                return new Row.TooLong(++number, skipped);
            }
            if (!line.isBlank()) {
                return row(line);
            }
        }
    }

    private Row row(String line) {
        number++;
        return line.indexOf(SensedReader.UNREADABLE) >= 0
                ? new Row.Broken(
                        number,
                        line,
                        "charset-broken",
                        "Bytes that are no text in the file's charset")
                : new Row.Whole(number, line, List.of());
    }
}
