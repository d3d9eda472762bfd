package amends.analytics.recurrence;

import amends.analytics.recurrence.Cluster.WordUse;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The words of a concern or cluster with what each of them weighs there.
final class WordWeights {

    /// How much it counts that the words of one are all found in the other, against that both have
    /// the same words. It brings a short complaint to the long ones about the same thing.
    private static final double CONTAINED = 0.25;

    private final Map<String, Double> weights;
    private final double square;

    private WordWeights(Map<String, Double> weights) {
        this.weights = weights;
        double sum = 0;
        for (double weight : weights.values()) {
            sum += weight * weight;
        }
        this.square = sum;
    }

    static WordWeights of(HeardConcern concern, Vocabulary vocabulary) {
        Map<String, Double> weights = new HashMap<>();
        for (Term term : concern.terms()) {
            weights.put(term.stem(), vocabulary.weight(term.stem()));
        }
        return new WordWeights(weights);
    }

    /// A word that only some of the cluster's concerns use weighs less.
    static WordWeights of(Cluster cluster, Vocabulary vocabulary) {
        Map<String, Double> weights = new HashMap<>();
        cluster.words()
                .forEach(
                        (word, use) ->
                                weights.put(
                                        word,
                                        vocabulary.weight(word) * use.count() / cluster.size()));
        return new WordWeights(weights);
    }

    /// From 0 (no word in common) to about 1 (the same words).
    double likeness(Cluster cluster, Vocabulary vocabulary) {
        double common = 0;
        double otherSquare = 0;
        for (Map.Entry<String, WordUse> word : cluster.words().entrySet()) {
            double weight =
                    vocabulary.weight(word.getKey()) * word.getValue().count() / cluster.size();
            otherSquare += weight * weight;
            common += weight * weights.getOrDefault(word.getKey(), 0.0);
        }
        if (common == 0) {
            return 0;
        }
        double same = common / Math.sqrt(square * otherSquare);
        double contained = common / Math.min(square, otherSquare);
        return (1 - CONTAINED) * same + CONTAINED * contained;
    }

    Stream<Map.Entry<String, Double>> mostTelling() {
        return highestFirst(weights);
    }

    /// Equal ones in the order of the alphabet, so that a replay decides the same.
    static Stream<Map.Entry<String, Double>> highestFirst(Map<String, Double> values) {
        return values.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()));
    }
}
