package amends.workflow.view;

import amends.contracts.personal.FreeText;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the contacts of a case say, as the small pieces that similar texts share: pairs of letters
/// where words are not parted by spaces, else three letters in a row. It needs no language.
public final class Wording {

    private static final Pattern WORD =
            Pattern.compile(
                    "(?<dense>[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]+)|(?<spaced>[\\p{L}\\p{N}]+)");

    private final Set<String> pieces = new HashSet<>();

    private Wording() {}

    public static Wording of(CaseFile file) {
        Wording wording = new Wording();
        for (CaseDetails.CaseContact contact : CaseDetails.of(file).contacts()) {
            FreeText subject = contact.content().subject();
            wording.add(subject == null ? "" : subject.value());
            wording.add(contact.content().text().value());
        }
        return wording;
    }

    static Wording of(String text) {
        Wording wording = new Wording();
        wording.add(text);
        return wording;
    }

    private void add(String text) {
        Matcher words =
                WORD.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        while (words.find()) {
            add(words.group(), words.group("dense") == null ? 3 : 2);
        }
    }

    private void add(String word, int length) {
        for (int i = 0; i + length <= word.length(); i++) {
            pieces.add(word.substring(i, i + length));
        }
    }

    /// From 0, nothing alike, to 1: twice what both have, of what each has.
    public double likeness(Wording other) {
        int all = pieces.size() + other.pieces.size();
        long both = pieces.stream().filter(other.pieces::contains).count();
        return all == 0 ? 0 : 2.0 * both / all;
    }
}
