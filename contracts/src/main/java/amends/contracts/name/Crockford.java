package amends.contracts.name;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;

/// Crockford's Base32: no I, L, O or U, so ids can be read over the phone. The check character is
/// Luhn's, modulo 32: it finds every single wrong character and nearly every swapped pair.
public final class Crockford {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RADIX = ALPHABET.length();
    private static final int BITS = 5;
    private static final MessageDigest SHA_256 = named();

    private Crockford() {}

    /// Derives an id of `length` characters from parts; equal parts give equal ids, on every
    /// machine and for ever.
    public static String hash(int length, String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ':');
            digest.update(bytes);
        }
        return encode(digest.digest(), length);
    }

    /// What a person typed or said, in the alphabet's own letters: upper case, `O` as `0`, `I` and
    /// `L` as `1`, no separators.
    public static String normalised(String spoken) {
        if (isEncoded(spoken)) {
            return spoken;
        }
        return Normalizer.normalize(spoken, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[\\s\\p{Pd}ー]", "");
    }

    public static boolean isEncoded(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    public static char checkCharacter(String payload) {
        int sum = luhnSum(payload, 2);
        return ALPHABET.charAt((RADIX - sum % RADIX) % RADIX);
    }

    private static int luhnSum(String text, int lastFactor) {
        int factor = lastFactor;
        int sum = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int addend = factor * ALPHABET.indexOf(text.charAt(i));
            sum += addend / RADIX + addend % RADIX;
            factor = factor == 2 ? 1 : 2;
        }
        return sum;
    }

    private static String encode(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int bit = i * BITS;
            int window = (bytes[bit / 8] & 0xff) << 8 | (bytes[bit / 8 + 1] & 0xff);
            text.append(ALPHABET.charAt(window >> (16 - BITS - bit % 8) & (RADIX - 1)));
        }
        return text.toString();
    }

    /// Copying one is cheaper than asking for it by name.
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the Java platform can be copied", e);
        }
    }

    private static MessageDigest named() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
