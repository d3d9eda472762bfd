package amends.analytics.tally;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counters and distributions of one figure. Tallies can be added up in any order.
public record Tally(SortedMap<String, Long> counts, SortedMap<String, Quantiles> quantiles) {

    public static final Tally EMPTY = new Tally(new TreeMap<>(), new TreeMap<>());

    public long count(String counter) {
        return counts.getOrDefault(counter, 0L);
    }

    public Quantiles quantiles(String measure) {
        Quantiles known = quantiles.get(measure);
        return known == null ? Quantiles.none() : known;
    }

    public Tally plus(Map<String, Long> difference) {
        SortedMap<String, Long> sum = new TreeMap<>(counts);
        difference.forEach((counter, count) -> sum.merge(counter, count, Long::sum));
        sum.values().removeIf(count -> count == 0);
        return new Tally(sum, quantiles);
    }

    public Tally plus(String measure, Duration duration) {
        SortedMap<String, Quantiles> more = new TreeMap<>(quantiles);
        more.put(measure, quantiles(measure).plus(duration));
        return new Tally(counts, more);
    }

    public Tally plus(Measurement measured) {
        return plus(measured.measure(), measured.duration());
    }

    public Tally plus(Tally other) {
        SortedMap<String, Quantiles> merged = new TreeMap<>(quantiles);
        other.quantiles.forEach((measure, more) -> merged.merge(measure, more, Quantiles::plus));
        return new Tally(plus(other.counts).counts, merged);
    }
}
