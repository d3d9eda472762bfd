package amends.intake.bulk;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// Physical lines of a window.
final class Lines {

    private Lines() {}

    /// Takes the next line without its end.
    ///
    /// @return null at the end of the file, and when the line is longer than `longest`
    static @Nullable String next(Window window, int longest) throws IOException {
        if (window.at(0) < 0) {
            return null;
        }
        int length = window.toLineEnd(longest);
        if (length > longest) {
            return null;
        }
        String line = window.text(length);
        window.skip(length + endOfLine(window, length));
        return line;
    }

    /// Throws the rest of a line away and returns how long it was.
    static long skip(Window window) throws IOException {
        long skipped = 0;
        for (int c = window.at(0); c >= 0; c = window.at(0)) {
            window.skip(1);
            skipped++;
            if (c == '\n') {
                break;
            }
        }
        return skipped;
    }

    /// How many characters of line end stand at a distance: 0, 1 or 2.
    static int endOfLine(Window window, int distance) throws IOException {
        int c = window.at(distance);
        if (c == '\r') {
            return window.at(distance + 1) == '\n' ? 2 : 1;
        }
        return c == '\n' ? 1 : 0;
    }
}
