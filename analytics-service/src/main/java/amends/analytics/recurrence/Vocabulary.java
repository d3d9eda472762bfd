package amends.analytics.recurrence;

import amends.analytics.recurrence.Cluster.WordUse;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// In how many different concerns each word occurs, over all products: the fewer, the more telling.
///
/// Clusters are counted, not complaints: a word does not become less telling because ever more
/// customers complain of the same thing.
public final class Vocabulary {

    private static final double SMOOTHING = 0.5;

    /// While hardly anything is known, a word that is new is not therefore much more telling than
    /// one that is known.
    private static final int FEWEST_CLUSTERS = 100;

    private static final int LABEL_WORDS = 5;

    /// Weights are asked for millions of times.
    private static final double[] LOGARITHMS =
            IntStream.range(0, 4_096).mapToDouble(with -> Math.log(with + SMOOTHING)).toArray();

    private final Map<String, Integer> clustersWithWord = new HashMap<>();
    private int clusters;

    public void add(Collection<String> words) {
        clusters++;
        words.forEach(word -> clustersWithWord.merge(word, 1, Integer::sum));
    }

    public void remove(Collection<String> words) {
        clusters--;
        words.forEach(
                word -> clustersWithWord.computeIfPresent(word, (_, n) -> n == 1 ? null : n - 1));
    }

    /// Returns the weight of a word: near 0 for one that every cluster has.
    double weight(String word) {
        int with = clustersWithWord.getOrDefault(word, 0);
        int all = Math.max(clusters, FEWEST_CLUSTERS);
        return Math.log(all + 1.0) - logarithm(with);
    }

    private static double logarithm(int with) {
        return with < LOGARITHMS.length ? LOGARITHMS[with] : Math.log(with + SMOOTHING);
    }

    /// Returns the words that tell best what a cluster is about, as they were written: telling, and
    /// used by most of its concerns.
    public List<String> label(Cluster cluster) {
        return cluster.words().entrySet().stream()
                .filter(word -> word.getValue().count() * 2 >= cluster.size())
                .sorted(
                        Comparator.comparingDouble(
                                        (Map.Entry<String, WordUse> word) ->
                                                weight(word.getKey()) * word.getValue().count())
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(LABEL_WORDS)
                .map(word -> word.getValue().surface())
                .toList();
    }
}
