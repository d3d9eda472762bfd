package amends.analytics.tally;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.apache.datasketches.tdigest.TDigestDouble;

import java.lang.foreign.MemorySegment;

/// The distribution of any number of values in a few kilobytes. Two can be merged. A t-digest,
/// because nothing in it is random: the same parts added up again give the same percentiles.
public final class Quantiles {

    private static final short SIZE = 200;

    private final byte[] sketch;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Quantiles(byte[] sketch) {
        this.sketch = sketch.clone();
    }

    public static Quantiles none() {
        return new Quantiles(new TDigestDouble(SIZE).toByteArray());
    }

    public Quantiles plus(double value) {
        TDigestDouble sum = open();
        sum.update(value);
        return new Quantiles(sum.toByteArray());
    }

    public Quantiles plus(Quantiles other) {
        TDigestDouble sum = open();
        sum.merge(other.open());
        return new Quantiles(sum.toByteArray());
    }

    public long count() {
        return open().getTotalWeight();
    }

    /// Returns the value below which the given share of the values lies.
    ///
    /// @param rank from 0 to 1
    /// @throws IllegalArgumentException when there are no values
    public double at(double rank) {
        // a value belongs to the share that it completes
        return open().getQuantile(Math.nextDown(rank));
    }

    @JsonValue
    byte[] bytes() {
        return sketch.clone();
    }

    private TDigestDouble open() {
        return TDigestDouble.heapify(MemorySegment.ofArray(sketch));
    }
}
