package amends.deploy.bench;

import org.HdrHistogram.ConcurrentHistogram;

import java.util.Locale;

/// Durations of one kind.
final class Latencies {

    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double NANOS_PER_MS = 1e6;

    private final ConcurrentHistogram histogram = new ConcurrentHistogram(3);

    void add(long nanos) {
        histogram.recordValue(Math.max(0, nanos));
    }

    long count() {
        return histogram.getTotalCount();
    }

    double p50Ms() {
        return histogram.getValueAtPercentile(P50) / NANOS_PER_MS;
    }

    double p99Ms() {
        return histogram.getValueAtPercentile(P99) / NANOS_PER_MS;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", p50Ms(), p99Ms());
    }
}
