package amends.intake.bulk;

import amends.intake.normalise.Charsets;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/// Reads text whose charset shows itself: by its mark, by what the sender says, else by the first
/// bytes that are not ASCII, however late they come.
final class SensedReader extends Reader {

    /// Stands where bytes were not text; no file contains it, because it is no character.
    static final char UNREADABLE = '\ufdd0';

    private static final int BYTES = 64 * 1024;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).flip();
    private @Nullable CharsetDecoder decoder;
    private @Nullable Charset charset;
    private boolean atStart = true;
    private boolean atEnd;

    /// @param told the charset that the sender names; a mark in the file itself is trusted more
    SensedReader(InputStream in, @Nullable Charset told) {
        this.in = in;
        this.charset = told;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length).slice();
        while (out.position() == 0) {
            if (atEnd && !bytes.hasRemaining()) {
                return -1;
            }
            fill();
            if (decoder == null && !ascii(out)) {
                decide();
            }
            if (decoder != null) {
                decode(decoder, out);
            }
        }
        return out.position();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        if (!atEnd && bytes.remaining() < BYTES / 4) {
            bytes.compact();
            while (!atEnd && bytes.position() < BYTES / 2) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                atEnd = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0));
            }
            bytes.flip();
        }
        if (atStart) {
            atStart = false;
            start();
        }
    }

    private void start() {
        Optional<Charsets.Sensed> mark = Charsets.mark(bytes.array(), bytes.limit());
        if (mark.isPresent()) {
            charset = mark.get().charset();
            bytes.position(mark.get().mark());
        }
        if (charset != null) {
            decoder = decoder(charset);
        } else if (bytes.limit() > 0 && hasZero()) {
            decide();
        }
    }

    private boolean hasZero() {
        for (int i = 0; i < Math.min(bytes.limit(), 1024); i++) {
            if (bytes.get(i) == 0) {
                return true;
            }
        }
        return false;
    }

    /// Passes ASCII on as it is; false when something else comes first.
    private boolean ascii(CharBuffer out) {
        byte[] from = bytes.array();
        char[] to = out.array();
        int start = bytes.position();
        int target = out.arrayOffset() + out.position();
        int most = Math.min(bytes.remaining(), out.remaining());
        int count = 0;
        while (count < most && from[start + count] > 0) {
            to[target + count] = (char) from[start + count];
            count++;
        }
        bytes.position(start + count);
        out.position(out.position() + count);
        return count > 0 || !bytes.hasRemaining();
    }

    private void decide() {
        byte[] sample = new byte[bytes.remaining()];
        bytes.get(bytes.position(), sample);
        charset = Charsets.charset(sample, sample.length).orElseThrow(NotText::new);
        decoder = decoder(charset);
    }

    private void decode(CharsetDecoder decoder, CharBuffer out) {
        decoder.decode(bytes, out, atEnd);
        if (atEnd && !bytes.hasRemaining()) {
            decoder.flush(out);
        }
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(UNREADABLE));
    }
}
