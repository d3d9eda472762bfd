package amends.intake.normalise;

import amends.contracts.contact.MediaTypeName;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Masks [PersonalNumbers] in inputs that are text. Looking is cheap: two of eleven bytes are
/// looked at, until some of them may be digits.
public final class Discretion {

    private static final int STRIDE = 11;
    private static final int SHORTEST = 12;

    /// Bytes of a separator and the first two of the next digit, all of full width in UTF-8.
    private static final int FULL_WIDTH_GAP = 5;

    private Discretion() {}

    /// The same array when there is nothing to mask.
    public static byte[] masked(MediaTypeName mediaType, byte[] content) {
        if (isJson(mediaType)) {
            return mayContain(content) || EscapedText.mayHideNumbers(content)
                    ? masked(content, StandardCharsets.UTF_8, JsonNumbers::masked)
                    : content;
        }
        return mayContain(content) ? masked(content, StandardCharsets.UTF_8) : content;
    }

    /// The same for bytes of a text in this charset; what it can't give back unchanged is taken for
    /// ASCII.
    public static byte[] masked(byte[] text, Charset charset) {
        return masked(text, charset, PersonalNumbers::masked);
    }

    /// The same with numbers that stay where they stand.
    public static byte[] masked(byte[] text, Charset charset, PersonalNumbers.Exemption exemption) {
        return masked(text, charset, (String it) -> PersonalNumbers.masked(it, exemption));
    }

    private static byte[] masked(byte[] content, Charset charset, UnaryOperator<String> mask) {
        Charset sound = givesBack(content, charset) ? charset : StandardCharsets.ISO_8859_1;
        String original = new String(content, sound);
        String masked = mask.apply(original);
        return masked.equals(original) ? content : masked.getBytes(sound);
    }

    /// Some charsets, as ISO-2022-CN, can only be read.
    private static boolean givesBack(byte[] content, Charset charset) {
        return charset.canEncode()
                && Arrays.equals(new String(content, charset).getBytes(charset), content);
    }

    /// Whether twelve digits may follow each other somewhere.
    static boolean mayContain(byte[] content) {
        for (int at = 0; at + 1 < content.length; at += STRIDE) {
            if ((isPartOfDigit(content[at]) || isPartOfDigit(content[at + 1]))
                    && digitsAround(content, at) >= SHORTEST) {
                return true;
            }
        }
        return false;
    }

    private static int digitsAround(byte[] content, int at) {
        return (isDigit(content, at) ? 1 : 0) + digits(content, at, -1) + digits(content, at, 1);
    }

    private static int digits(byte[] content, int from, int step) {
        int digits = 0;
        int gap = 0;
        for (int i = from + step; i >= 0 && i < content.length && digits < SHORTEST; i += step) {
            if (isDigit(content, i)) {
                digits++;
                gap = 0;
            } else if (!mayStandBetween(content[i])
                    || ++gap > (content[i] < 0 ? FULL_WIDTH_GAP : 1)) {
                break;
            }
        }
        return digits;
    }

    private static boolean isDigit(byte[] content, int at) {
        byte b = content[at];
        return (b >= '0' && b <= '9')
                || (at > 0
                        && content[at - 1] == (byte) 0xbc
                        && b >= (byte) 0x90
                        && b <= (byte) 0x99);
    }

    private static boolean mayStandBetween(byte b) {
        return b < 0 || b == ' ' || b == '-' || b == '.';
    }

    private static boolean isPartOfDigit(byte b) {
        return (b >= '0' && b <= '9') || b == (byte) 0xef || b == (byte) 0xbc;
    }

    private static boolean isJson(MediaTypeName mediaType) {
        return mediaType.value().toLowerCase(Locale.ROOT).contains("json");
    }
}
