package amends.analytics.tally;

import org.jspecify.annotations.Nullable;

/// Shares and means that say nothing where nothing was counted.
public final class Share {

    private static final double DIGITS = 10_000;

    private Share() {}

    /// Returns part ÷ whole to four digits, and nothing when the whole is 0.
    public static @Nullable Double of(long part, long whole) {
        return whole == 0 ? null : Math.round((double) part / whole * DIGITS) / DIGITS;
    }
}
