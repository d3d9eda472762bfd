package amends.intake.bulk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A part of an Excel file, counted while it is unpacked. Only sheets, which are not held in
/// memory, may be large.
final class PartBytes extends FilterInputStream {

    static final long MOST_TOGETHER = 2L << 30;
    private static final long MOST_BESIDE_SHEETS = 32L << 20;
    private static final long LONGEST_MARKUP = 4L << 20;

    private final long left;
    private long count;
    private long markedAt;
    private boolean sheet;
    private boolean alien;
    private boolean markup = true;

    /// @param left of what all parts may have together
    PartBytes(InputStream in, long left) {
        super(in);
        this.left = left;
    }

    long count() {
        return count;
    }

    void isSheet() {
        sheet = true;
    }

    /// It has what is read from other parts, so it may be one of those.
    void isMore() {
        alien = true;
        check();
    }

    void isNoMarkup() {
        markup = false;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        for (int i = 0; i < read; i++) {
            if (target[offset + i] == '<') {
                markedAt = count + i;
            }
        }
        count += Math.max(read, 0);
        check();
        return read;
    }

    private void check() {
        long most = sheet && !alien ? left : Math.min(left, MOST_BESIDE_SHEETS);
        if (count > most || (markup && count - markedAt > LONGEST_MARKUP)) {
            throw SheetBounds.tooLarge();
        }
    }
}
