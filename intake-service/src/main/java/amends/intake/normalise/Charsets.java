package amends.intake.normalise;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Recognises the charset of text by its name or by its first bytes.
public final class Charsets {

    /// What Microsoft calls Shift_JIS: the standard and the characters that files really contain.
    private static final Charset JAPANESE = Charset.forName("windows-31j");

    private static final int SURE = 30;

    private Charsets() {}

    /// A charset, and how many bytes of mark stand before the text.
    public record Sensed(Charset charset, int mark) {}

    /// The byte order mark, if there is one.
    public static Optional<Sensed> mark(byte[] bytes, int length) {
        if (length >= 3
                && bytes[0] == (byte) 0xef
                && bytes[1] == (byte) 0xbb
                && bytes[2] == (byte) 0xbf) {
            return Optional.of(new Sensed(StandardCharsets.UTF_8, 3));
        }
        if (length >= 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
            return Optional.of(new Sensed(StandardCharsets.UTF_16LE, 2));
        }
        if (length >= 2 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) {
            return Optional.of(new Sensed(StandardCharsets.UTF_16BE, 2));
        }
        return Optional.empty();
    }

    /// @return nothing when it is no text
    public static Optional<Charset> charset(byte[] bytes, int length) {
        Optional<Charset> wide = zeros(bytes, length);
        if (wide.isPresent()) {
            return wide;
        }
        if (isUtf8(bytes, length)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        CharsetDetector detector = new CharsetDetector();
        detector.setText(Arrays.copyOf(bytes, length));
        CharsetMatch match = detector.detect();
        return match == null || match.getConfidence() < SURE
                ? Optional.empty()
                : named(match.getName());
    }

    /// A charset by the name that files and mails give it.
    public static Optional<Charset> named(String name) {
        try {
            return switch (name.strip().toLowerCase(Locale.ROOT)) {
                case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms932", "cp932" ->
                        Optional.of(JAPANESE);
                case "iso-2022-jp" -> Optional.of(Charset.forName("x-windows-iso2022jp"));
                case "ks_c_5601-1987" -> Optional.of(Charset.forName("x-windows-949"));
                case "gb2312", "gbk" -> Optional.of(Charset.forName("GB18030"));
                default -> Optional.of(Charset.forName(name.strip()));
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /// UTF-16 without a mark shows by the zeros in its ASCII characters.
    private static Optional<Charset> zeros(byte[] bytes, int length) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (even + odd == 0) {
            return Optional.empty();
        }
        return Optional.of(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static boolean isUtf8(byte[] bytes, int length) {
        CoderResult result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(
                                ByteBuffer.wrap(bytes, 0, length),
                                CharBuffer.allocate(length + 1),
                                false);
        return !result.isError();
    }
}
