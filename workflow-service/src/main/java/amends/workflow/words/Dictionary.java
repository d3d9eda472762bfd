package amends.workflow.words;

import amends.contracts.priority.EvidenceTerm;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Finds words of all meanings and languages in one pass over a text (Aho–Corasick), whatever their
/// number. Words of alphabetic scripts count only as whole words; negated ones don't count.
///
/// @param <N> what a word speaks for
public final class Dictionary<N> {

    /// How far around a found word a negation is looked for, in characters.
    private static final int WINDOW = 48;

    /// A word as the policy writes it, with all that it speaks for.
    private record Entry<N>(EvidenceTerm term, List<N> meanings) {}

    private final AhoCorasickDoubleArrayTrie<Entry<N>> trie = new AhoCorasickDoubleArrayTrie<>();
    private final boolean empty;
    private final Pattern negatedBefore;
    private final Pattern negatedAfter;

    public Dictionary(Map<N, ? extends Collection<String>> words, Negations negations) {
        Map<String, Entry<N>> entries = new TreeMap<>();
        words.forEach((meaning, all) -> all.forEach(word -> add(entries, word, meaning)));
        empty = entries.isEmpty();
        if (!empty) {
            trie.build(entries);
        }
        negatedBefore = negations.endOfBefore(List.copyOf(entries.keySet()));
        negatedAfter = negations.beginningOfAfter();
    }

    private static <N> void add(Map<String, Entry<N>> entries, String word, N meaning) {
        Entry<N> entry =
                entries.computeIfAbsent(
                        Said.folded(word),
                        ignored -> new Entry<>(new EvidenceTerm(word), new ArrayList<>()));
        entry.meanings().add(meaning);
    }

    /// The words found for each meaning, each once, in the order of the text.
    public Map<N, List<EvidenceTerm>> find(Said said) {
        if (empty) {
            return Map.of();
        }
        String text = said.folded();
        Map<N, List<EvidenceTerm>> found = new LinkedHashMap<>();
        trie.parseText(
                text,
                (begin, end, entry) -> {
                    if (WholeWords.isWhole(text, begin, end) && !isNegated(text, begin, end)) {
                        entry.meanings().forEach(each -> note(found, each, entry.term()));
                    }
                });
        return found;
    }

    private static <N> void note(Map<N, List<EvidenceTerm>> found, N meaning, EvidenceTerm term) {
        List<EvidenceTerm> terms = found.computeIfAbsent(meaning, ignored -> new ArrayList<>());
        if (!terms.contains(term)) {
            terms.add(term);
        }
    }

    private boolean isNegated(String text, int begin, int end) {
        return negatedBefore.matcher(text.substring(Math.max(0, begin - WINDOW), begin)).find()
                || negatedAfter
                        .matcher(text.substring(end, Math.min(text.length(), end + WINDOW)))
                        .find();
    }
}
