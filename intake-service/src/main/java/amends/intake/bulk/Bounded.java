package amends.intake.bulk;

import amends.intake.bulk.RefusedUpload.Why;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Bytes up to a limit; more are refused.
final class Bounded extends FilterInputStream {

    private final long most;
    private long count;

    Bounded(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        count += read;
        if (count > most) {
            throw new RefusedUpload(
                    Why.UNREADABLE,
                    "The spreadsheet is too large to be read here. Save it as CSV in UTF-8.");
        }
    }
}
