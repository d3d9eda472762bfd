package amends.gateway.limit;

import org.springframework.util.unit.DataSize;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A request body that ends with an error when it grows too large.
public final class LimitedBody extends FilterInputStream {

    private final DataSize most;
    private long left;

    public LimitedBody(InputStream body, DataSize most) {
        super(body);
        this.most = most;
        this.left = most.toBytes();
    }

    /// Refuses early what the request itself says is too large.
    ///
    /// @throws BodyTooLarge when it is
    public static void check(long declaredLength, DataSize most) throws BodyTooLarge {
        if (declaredLength > most.toBytes()) {
            throw new BodyTooLarge(most);
        }
    }

    @Override
    public int read() throws IOException {
        int value = readOrGone(super::read);
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = readOrGone(() -> super.read(bytes, offset, length));
        count(Math.max(0, read));
        return read;
    }

    @FunctionalInterface
    private interface Reading {
        int read() throws IOException;
    }

    private static int readOrGone(Reading reading) throws SenderGone {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new SenderGone(e);
        }
    }

    private void count(int read) throws BodyTooLarge {
        left -= read;
        if (left < 0) {
            throw new BodyTooLarge(most);
        }
    }
}
