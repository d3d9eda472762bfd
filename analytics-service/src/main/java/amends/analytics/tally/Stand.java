package amends.analytics.tally;

import amends.analytics.facts.ComplaintFacts;
import amends.contracts.contact.BrandName;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one complaint counts for, figure by figure and counter by counter.
///
/// A complaint that moves on leaves its old counters and enters its new ones, so a question only
/// says what a complaint counts for *now*; see [#since].
public record Stand(Map<Cell, Map<String, Long>> counts) {

    public static final Stand NOTHING = new Stand(Map.of());

    public Stand {
        counts = Map.copyOf(counts);
    }

    /// What the complaint counts for in the question, in all and in its brand; nothing when it is
    /// merged, for then the one that stands for it counts.
    public static Stand of(Question question, ComplaintFacts facts) {
        return facts.isMerged() ? NOTHING : question.stand(facts).alsoOf(facts.origin().brand());
    }

    private Stand alsoOf(BrandName brand) {
        Map<Cell, Map<String, Long>> all = new HashMap<>();
        counts.forEach(
                (cell, counters) ->
                        Cell.alsoOf(brand, List.of(cell)).forEach(each -> all.put(each, counters)));
        return new Stand(all);
    }

    /// The same counters in each of the cells.
    public static Stand of(List<Cell> cells, Map<String, Long> counters) {
        Map<Cell, Map<String, Long>> counts = new HashMap<>();
        cells.forEach(cell -> counts.put(cell, counters));
        return new Stand(counts);
    }

    public Stand and(Stand other) {
        Map<Cell, Map<String, Long>> sum = new HashMap<>(counts);
        other.counts.forEach((cell, counters) -> sum.merge(cell, counters, Stand::sum));
        return new Stand(sum);
    }

    /// Returns what has to be added to sums in which `before` is counted.
    public Map<Cell, Map<String, Long>> since(Stand before) {
        if (equals(before)) {
            return Map.of();
        }
        Map<Cell, Map<String, Long>> differences = new HashMap<>(counts);
        before.counts.forEach(
                (cell, counters) -> differences.merge(cell, negative(counters), Stand::sum));
        differences.replaceAll((cell, counters) -> withoutZeros(counters));
        differences.values().removeIf(Map::isEmpty);
        return differences;
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new HashMap<>(one);
        other.forEach((counter, count) -> sum.merge(counter, count, Long::sum));
        return sum;
    }

    private static Map<String, Long> negative(Map<String, Long> counters) {
        Map<String, Long> negative = new HashMap<>(counters);
        negative.replaceAll((counter, count) -> -count);
        return negative;
    }

    private static Map<String, Long> withoutZeros(Map<String, Long> counters) {
        Map<String, Long> rest = new HashMap<>(counters);
        rest.values().removeIf(count -> count == 0);
        return rest;
    }
}
