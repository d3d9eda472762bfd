package amends.intake.recognise;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Words and what they mean, looked up where they may begin in a text. The longest that fits is
/// taken. Most places are told apart from all words by one look into a table.
final class Lexicon {

    private static final Comparator<Entry> LONGEST_FIRST =
            Comparator.comparingInt((Entry entry) -> entry.spelling().length()).reversed();

    private static final Entry[] NONE = {};

    private final Entry[][] buckets;

    /// @param spelling in small letters
    /// @param capital counts only when it begins with a capital, where letters have two forms
    record Entry(String spelling, boolean capital, Term term) {

        private boolean isAt(String text, int at) {
            int end = at + spelling.length();
            return text.regionMatches(true, at, spelling, 0, spelling.length())
                    && !(capital && Character.isLowerCase(text.charAt(at)))
                    && Script.beginsAt(text, at)
                    && Script.endsAt(text, end);
        }
    }

    Lexicon(List<Entry> entries) {
        int size = Integer.highestOneBit(Math.max(16, entries.size() * 8));
        List<List<Entry>> lists = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        for (Entry entry : entries) {
            lists.get(key(entry.spelling(), 0) & (size - 1)).add(entry);
        }
        buckets = new Entry[size][];
        for (int i = 0; i < size; i++) {
            lists.get(i).sort(LONGEST_FIRST);
            buckets[i] = lists.get(i).isEmpty() ? NONE : lists.get(i).toArray(Entry[]::new);
        }
    }

    /// What stands there, which must be where a word may begin.
    ///
    /// @param key of the text there
    @Nullable Entry at(String text, int at, int key) {
        for (Entry entry : buckets[key & (buckets.length - 1)]) {
            if (entry.isAt(text, at)) {
                return entry;
            }
        }
        return null;
    }

    /// Of what begins there: of the whole word where words are spaced, else of one character.
    static int key(String text, int at) {
        char first = text.charAt(at);
        if (Script.isUnspaced(first)) {
            return spread(first);
        }
        int key = 0;
        for (int i = at; i < text.length() && Script.isPartOfWord(text.charAt(i)); i++) {
            key = 31 * key + small(text.charAt(i));
        }
        return spread(key);
    }

    static int small(char c) {
        if (c < 0x80) {
            return (char) (c - 'A') < 26 ? c | 0x20 : c;
        }
        return Character.toLowerCase(c);
    }

    static int spread(int key) {
        int mixed = key * 0x9e3779b9;
        return mixed ^ (mixed >>> 15);
    }
}
