package amends.analytics.recurrence;

import amends.analytics.recurrence.RecurrenceRule.Likeness;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Groups the concerns about one product as they come: each joins the cluster whose words are most
/// like its own, or begins one; clusters that grew alike become one.
///
/// A concern is compared only with clusters that share a telling word with it, found by an index
/// from words to clusters; so its cost does not grow with all history. All that is kept here
/// follows from the clusters themselves: loading the same clusters leads to the same decisions.
public final class Grouping {

    private static final int MERGED_WITH = 3;
    private static final double FORGOTTEN_AT_ONCE = 0.1;

    private final RecurrenceRule rule;
    private final Vocabulary vocabulary;
    private final Map<String, Cluster> clusters = new HashMap<>();
    private final Map<String, Set<String>> clustersByWord = new HashMap<>();

    /// @param vocabulary shared by all products
    public Grouping(RecurrenceRule rule, Vocabulary vocabulary) {
        this.rule = rule;
        this.vocabulary = vocabulary;
    }

    /// Where a concern was put.
    ///
    /// @param cluster with the concern in it
    /// @param absorbed a cluster that became part of it
    public record Placement(Cluster cluster, @Nullable Cluster absorbed) {}

    public int size() {
        return clusters.size();
    }

    /// Takes a cluster that is known already, and whose words are in the vocabulary.
    public void load(Cluster cluster) {
        clusters.put(cluster.id(), cluster);
        cluster.words()
                .keySet()
                .forEach(
                        word ->
                                clustersByWord
                                        .computeIfAbsent(word, _ -> new HashSet<>())
                                        .add(cluster.id()));
    }

    public Placement add(HeardConcern concern) {
        Likeness likeness = rule.likenessIn(concern.language());
        List<Near> near = near(WordWeights.of(concern, vocabulary));
        if (near.isEmpty() || near.getFirst().likeness() < likeness.joining()) {
            Cluster begun = Cluster.of(ClusterName.of(concern), concern);
            replace(null, begun);
            return new Placement(begun, null);
        }
        Cluster nearest = near.getFirst().cluster();
        Cluster grown = nearest.plus(concern);
        replace(nearest, grown);
        return merged(grown, near, likeness.merging());
    }

    /// Drops some of the concerns that nobody else shared, those of the longest past first, when
    /// there are too many.
    public List<Cluster> forget() {
        if (clusters.size() <= rule.search().clustersPerProduct()) {
            return List.of();
        }
        List<Cluster> forgotten =
                clusters.values().stream()
                        .filter(cluster -> cluster.size() == 1)
                        .sorted(Comparator.comparing(Cluster::lastDay).thenComparing(Cluster::id))
                        .limit(Math.round(clusters.size() * FORGOTTEN_AT_ONCE))
                        .toList();
        forgotten.forEach(cluster -> replace(cluster, null));
        return forgotten;
    }

    private Placement merged(Cluster grown, List<Near> near, double merging) {
        WordWeights words = WordWeights.of(grown, vocabulary);
        for (Near other : near.subList(1, Math.min(near.size(), MERGED_WITH))) {
            if (words.likeness(other.cluster(), vocabulary) >= merging) {
                boolean larger = other.cluster().size() > grown.size();
                Cluster kept = larger ? other.cluster() : grown;
                Cluster absorbed = larger ? grown : other.cluster();
                Cluster whole = kept.plus(absorbed);
                replace(absorbed, null);
                replace(kept, whole);
                return new Placement(whole, absorbed);
            }
        }
        return new Placement(grown, null);
    }

    private record Near(Cluster cluster, double likeness) {}

    private List<Near> near(WordWeights own) {
        List<Near> near = new ArrayList<>();
        for (String id : candidates(own)) {
            Cluster cluster = Objects.requireNonNull(clusters.get(id));
            near.add(new Near(cluster, own.likeness(cluster, vocabulary)));
        }
        near.sort(
                Comparator.comparingDouble(Near::likeness)
                        .reversed()
                        .thenComparing(other -> other.cluster().id()));
        return near;
    }

    /// The clusters that share most of the most telling words.
    private List<String> candidates(WordWeights own) {
        Map<String, Double> shared = new HashMap<>();
        own.mostTelling()
                .filter(word -> having(word.getKey()).size() <= rule.search().commonWord())
                .limit(rule.search().words())
                .forEach(word -> credit(word, shared));
        return WordWeights.highestFirst(shared)
                .limit(rule.search().candidates())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void credit(Map.Entry<String, Double> word, Map<String, Double> shared) {
        double square = word.getValue() * word.getValue();
        having(word.getKey()).forEach(id -> shared.merge(id, square, Double::sum));
    }

    private Set<String> having(String word) {
        return clustersByWord.getOrDefault(word, Set.of());
    }

    private void replace(@Nullable Cluster before, @Nullable Cluster after) {
        if (before != null) {
            vocabulary.remove(before.words().keySet());
            clusters.remove(before.id());
            before.words().keySet().stream()
                    .filter(word -> after == null || !after.words().containsKey(word))
                    .forEach(word -> unlink(word, before.id()));
        }
        if (after != null) {
            vocabulary.add(after.words().keySet());
            load(after);
        }
    }

    private void unlink(String word, String id) {
        clustersByWord.computeIfPresent(
                word,
                (_, ids) -> {
                    ids.remove(id);
                    return ids.isEmpty() ? null : ids;
                });
    }
}
