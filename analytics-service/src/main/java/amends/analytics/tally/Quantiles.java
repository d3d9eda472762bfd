package amends.analytics.tally;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.quantilescommon.QuantileSearchCriteria;

import java.lang.foreign.MemorySegment;

/// The distribution of any number of values in a few kilobytes; exact while they are few,
/// afterwards within half a percent of the rank. Two can be merged.
public final class Quantiles {

    private static final int SIZE = 400;

    private final byte[] sketch;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Quantiles(byte[] sketch) {
        this.sketch = sketch.clone();
    }

    public static Quantiles none() {
        return new Quantiles(KllDoublesSketch.newHeapInstance(SIZE).toByteArray());
    }

    public Quantiles plus(double value) {
        KllDoublesSketch sum = open();
        sum.update(value);
        return new Quantiles(sum.toByteArray());
    }

    public Quantiles plus(Quantiles other) {
        KllDoublesSketch sum = open();
        sum.merge(other.open());
        return new Quantiles(sum.toByteArray());
    }

    public long count() {
        return open().getN();
    }

    /// Returns the value below which the given share of the values lies.
    ///
    /// @param rank from 0 to 1
    /// @throws IllegalArgumentException when there are no values
    public double at(double rank) {
        return open().getQuantile(rank, QuantileSearchCriteria.INCLUSIVE);
    }

    @JsonValue
    byte[] bytes() {
        return sketch.clone();
    }

    private KllDoublesSketch open() {
        return KllDoublesSketch.heapify(MemorySegment.ofArray(sketch));
    }
}
