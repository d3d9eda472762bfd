package amends.intake.bulk;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/// The part of a file that is being looked at. It grows with one row and no further.
final class Window {

    private static final int STEP = 16 * 1024;

    private final Reader in;
    private char[] chars = new char[4 * STEP];
    private int start;
    private int end;

    Window(Reader in) {
        this.in = in;
    }

    /// The character at a distance from the start of the window, or −1 behind the end of the file.
    int at(int distance) throws IOException {
        while (start + distance >= end) {
            if (!more()) {
                return -1;
            }
        }
        return chars[start + distance];
    }

    /// How far the next end of a line, or of the file, is; more than `longest` when it is further.
    int toLineEnd(int longest) throws IOException {
        int length = 0;
        do {
            for (; start + length < end && length <= longest; length++) {
                char c = chars[start + length];
                if (c == '\n' || c == '\r') {
                    return length;
                }
            }
        } while (length <= longest && more());
        return length;
    }

    String text(int length) {
        return new String(chars, start, length);
    }

    void skip(int length) {
        start += length;
    }

    private boolean more() throws IOException {
        if (end + STEP > chars.length) {
            if (start > chars.length / 2) {
                System.arraycopy(chars, start, chars, 0, end - start);
            } else {
                chars = Arrays.copyOf(Arrays.copyOfRange(chars, start, end), chars.length * 2);
            }
            end -= start;
            start = 0;
        }
        int read = in.read(chars, end, STEP);
        end += Math.max(read, 0);
        return read >= 0;
    }
}
