package amends.workflow.priority;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.priority.FactorName;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Finds the words of all factors and languages in one pass over a text (Aho–Corasick), whatever
/// their number. Words of alphabetic scripts count only as whole words; negated ones don't count.
final class Dictionary {

    /// How far around a found word a negation is looked for, in characters.
    private static final int WINDOW = 48;

    /// A word as the policy writes it, with the factors it speaks for.
    private record Entry(EvidenceTerm term, List<FactorName> factors) {}

    private final AhoCorasickDoubleArrayTrie<Entry> trie = new AhoCorasickDoubleArrayTrie<>();
    private final boolean empty;
    private final Pattern negatedBefore;
    private final Pattern negatedAfter;

    Dictionary(List<WordsFactor> factors, Negations negations) {
        Map<String, Entry> entries = new TreeMap<>();
        for (WordsFactor factor : factors) {
            factor.words().values().stream()
                    .flatMap(List::stream)
                    .forEach(word -> add(entries, word, factor.factor()));
        }
        empty = entries.isEmpty();
        if (!empty) {
            trie.build(entries);
        }
        negatedBefore = negations.endOfBefore(List.copyOf(entries.keySet()));
        negatedAfter = negations.beginningOfAfter();
    }

    private static void add(Map<String, Entry> entries, String word, FactorName factor) {
        Entry entry =
                entries.computeIfAbsent(
                        normalised(word),
                        ignored -> new Entry(new EvidenceTerm(word), new ArrayList<>()));
        entry.factors().add(factor);
    }

    /// The words found for each factor, each once, in the order of the text.
    Map<FactorName, List<EvidenceTerm>> find(String words) {
        if (empty) {
            return Map.of();
        }
        String text = normalised(words);
        Map<FactorName, List<EvidenceTerm>> found = new LinkedHashMap<>();
        trie.parseText(
                text,
                (begin, end, entry) -> {
                    if (isWhole(text, begin, end) && !isNegated(text, begin, end)) {
                        entry.factors().forEach(factor -> note(found, factor, entry.term()));
                    }
                });
        return found;
    }

    private static void note(
            Map<FactorName, List<EvidenceTerm>> found, FactorName factor, EvidenceTerm term) {
        List<EvidenceTerm> terms = found.computeIfAbsent(factor, ignored -> new ArrayList<>());
        if (!terms.contains(term)) {
            terms.add(term);
        }
    }

    private static boolean isWhole(String text, int begin, int end) {
        return !(begin > 0
                        && isAlphabetic(text.charAt(begin))
                        && isAlphabetic(text.charAt(begin - 1)))
                && !(end < text.length()
                        && isAlphabetic(text.charAt(end - 1))
                        && isAlphabetic(text.charAt(end)));
    }

    /// Letters of scripts that separate words.
    private static boolean isAlphabetic(char c) {
        return c < '\u2000' && Character.isLetterOrDigit(c);
    }

    private boolean isNegated(String text, int begin, int end) {
        return negatedBefore.matcher(text.substring(Math.max(0, begin - WINDOW), begin)).find()
                || negatedAfter
                        .matcher(text.substring(end, Math.min(text.length(), end + WINDOW)))
                        .find();
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
    }
}
