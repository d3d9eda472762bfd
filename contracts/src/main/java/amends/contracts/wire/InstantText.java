package amends.contracts.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/// A point in time as [Instant#toString] writes it, without the formatter: every message has some.
final class InstantText {

    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS = "2026-04-01T09:30:00".length();
    private static final int NANO_DIGITS = 9;

    private InstantText() {}

    static String of(Instant at) {
        long second = at.getEpochSecond();
        if (second < FIRST || second > LAST) {
            return at.toString();
        }
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_A_DAY));
        int ofDay = Math.floorMod(second, SECONDS_A_DAY);
        byte[] text = new byte[SECONDS + 1 + NANO_DIGITS + 1];
        digits(text, 0, 4, day.getYear(), '-');
        digits(text, 5, 2, day.getMonthValue(), '-');
        digits(text, 8, 2, day.getDayOfMonth(), 'T');
        digits(text, 11, 2, ofDay / 3600, ':');
        digits(text, 14, 2, ofDay / 60 % 60, ':');
        digits(text, 17, 2, ofDay % 60, '.');
        int end = fraction(text, at.getNano());
        text[end] = 'Z';
        return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
    }

    /// As many groups of three digits as say something.
    ///
    /// @return where it ends
    private static int fraction(byte[] text, int nano) {
        if (nano == 0) {
            return SECONDS;
        }
        digits(text, SECONDS + 1, NANO_DIGITS, nano, 'Z');
        int silent = nano % 1_000_000 == 0 ? 6 : nano % 1_000 == 0 ? 3 : 0;
        return SECONDS + 1 + NANO_DIGITS - silent;
    }

    private static void digits(byte[] text, int from, int count, int number, char behind) {
        int rest = number;
        for (int i = from + count - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        text[from + count] = (byte) behind;
    }
}
