package amends.analytics.tally;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.HdrHistogram.Histogram;

import java.nio.ByteBuffer;
import java.time.Duration;

/// The distribution of any number of durations, to the millisecond or one percent, whichever is
/// more, in a few kilobytes.
///
/// A histogram of fixed buckets, because counting is the only way of summarising for which order
/// does not matter: a view that is rebuilt, or added up from other parts, gives the same figures to
/// the last digit. Sketches (KLL, t-digest) are smaller and do not.
public final class Quantiles {

    private static final int SIGNIFICANT_DIGITS = 2;
    private static final int ONE_HUNDRED = 100;

    private final byte[] buckets;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Quantiles(byte[] buckets) {
        this.buckets = buckets.clone();
    }

    private Quantiles(Histogram histogram) {
        ByteBuffer room = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        buckets = new byte[histogram.encodeIntoByteBuffer(room)];
        room.get(0, buckets);
    }

    public static Quantiles none() {
        return new Quantiles(new Histogram(SIGNIFICANT_DIGITS));
    }

    public Quantiles plus(Duration duration) {
        Histogram sum = open();
        sum.recordValue(duration.toMillis());
        return new Quantiles(sum);
    }

    public Quantiles plus(Quantiles other) {
        Histogram sum = open();
        sum.add(other.open());
        return new Quantiles(sum);
    }

    public long count() {
        return open().getTotalCount();
    }

    /// Returns the duration that the given share of the durations does not exceed; zero when there
    /// are none.
    ///
    /// @param share from 0 to 1
    public Duration at(double share) {
        return Duration.ofMillis(open().getValueAtPercentile(share * ONE_HUNDRED));
    }

    @JsonValue
    byte[] bytes() {
        return buckets.clone();
    }

    private Histogram open() {
        Histogram histogram = Histogram.decodeFromByteBuffer(ByteBuffer.wrap(buckets), 1);
        histogram.setAutoResize(true);
        return histogram;
    }
}
