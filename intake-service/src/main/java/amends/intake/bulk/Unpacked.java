package amends.intake.bulk;

import amends.intake.bulk.RefusedUpload.Why;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// What a file holds that was packed by gzip. One that is no such file, or breaks off, is the
/// sender's mistake and no failure of ours.
final class Unpacked extends FilterInputStream {

    private static final int BUFFER = 1 << 16;

    Unpacked(InputStream packed) throws IOException {
        super(opened(packed));
    }

    private static InputStream opened(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, BUFFER);
        } catch (ZipException | EOFException e) {
            throw broken();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            throw broken();
        }
    }

    static RefusedUpload broken() {
        return new RefusedUpload(
                Why.UNREADABLE,
                "Not readable as gzip, or it breaks off; rows before were taken in. Send the file"
                        + " packed anew, or as it is.");
    }
}
