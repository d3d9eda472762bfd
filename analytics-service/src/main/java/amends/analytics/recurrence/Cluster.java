package amends.analytics.recurrence;

import amends.contracts.complaint.ComplaintId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Concerns about one product that say the same in other words.
///
/// @param size how many concerns
/// @param words how many of them use a word, for the words most used
/// @param examples the first complaints
public record Cluster(
        String id,
        String product,
        int size,
        Map<String, WordUse> words,
        List<ComplaintId> examples,
        LocalDate firstDay,
        LocalDate lastDay) {

    static final int MOST_WORDS = 32;
    static final int MOST_EXAMPLES = 5;

    /// How many concerns use a word, and how it was first written.
    public record WordUse(int count, String surface) {

        WordUse again() {
            return new WordUse(count + 1, surface);
        }
    }

    static Cluster of(String id, HeardConcern concern) {
        Map<String, WordUse> words = new TreeMap<>();
        concern.terms().forEach(term -> words.put(term.stem(), new WordUse(1, term.surface())));
        return new Cluster(
                id,
                concern.product(),
                1,
                mostUsed(words),
                List.of(concern.complaint()),
                concern.day(),
                concern.day());
    }

    Cluster plus(HeardConcern concern) {
        Map<String, WordUse> more = new TreeMap<>(words);
        for (Term term : concern.terms()) {
            WordUse known = more.get(term.stem());
            more.put(term.stem(), known == null ? new WordUse(1, term.surface()) : known.again());
        }
        return new Cluster(
                id,
                product,
                size + 1,
                mostUsed(more),
                examplesWith(concern.complaint()),
                concern.day().isBefore(firstDay) ? concern.day() : firstDay,
                concern.day().isAfter(lastDay) ? concern.day() : lastDay);
    }

    /// The two as one, under this one's id.
    Cluster plus(Cluster other) {
        Map<String, WordUse> more = new TreeMap<>(words);
        other.words.forEach(
                (stem, use) ->
                        more.merge(
                                stem,
                                use,
                                (own, _) -> new WordUse(own.count() + use.count(), own.surface())));
        Cluster sum = this;
        for (ComplaintId example : other.examples) {
            sum = sum.with(sum.examplesWith(example));
        }
        return new Cluster(
                id,
                product,
                size + other.size,
                mostUsed(more),
                sum.examples,
                other.firstDay.isBefore(firstDay) ? other.firstDay : firstDay,
                other.lastDay.isAfter(lastDay) ? other.lastDay : lastDay);
    }

    private Cluster with(List<ComplaintId> examples) {
        return new Cluster(id, product, size, words, examples, firstDay, lastDay);
    }

    /// Equally used words stay in the order of the alphabet, so that a replay keeps the same ones.
    private static Map<String, WordUse> mostUsed(Map<String, WordUse> words) {
        if (words.size() <= MOST_WORDS) {
            return words;
        }
        Map<String, WordUse> most = new TreeMap<>();
        words.entrySet().stream()
                .sorted(
                        Comparator.comparingInt(
                                (Map.Entry<String, WordUse> word) -> -word.getValue().count()))
                .limit(MOST_WORDS)
                .forEach(word -> most.put(word.getKey(), word.getValue()));
        return most;
    }

    private List<ComplaintId> examplesWith(ComplaintId complaint) {
        if (examples.size() >= MOST_EXAMPLES || examples.contains(complaint)) {
            return examples;
        }
        List<ComplaintId> more = new ArrayList<>(examples);
        more.add(complaint);
        return more;
    }
}
