package amends.workflow.customer;

import amends.contracts.personal.PersonName;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A name as somebody gave it, in words.
record StatedName(List<String> words) {

    /// The marks that Japanese names are written with as well are common to several scripts.
    private static final Set<UnicodeScript> EAST_ASIAN =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL,
                    UnicodeScript.COMMON);

    static final Comparator<StatedName> LONGEST_FIRST =
            Comparator.<StatedName>comparingInt(name -> name.joined().length())
                    .thenComparingInt(name -> name.words().size())
                    .reversed();

    static StatedName of(PersonName name) {
        String stated = name.value().toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]+", " ");
        return new StatedName(List.of(stated.strip().split(" ")));
    }

    /// Whether the other says the same and perhaps more. What is written without blanks begins with
    /// the family name.
    boolean isPartOf(StatedName other) {
        return other.words().containsAll(words)
                || other.joined().equals(joined())
                || (isWithoutBlanks() && other.isWithoutBlanks() && begins(other));
    }

    private boolean begins(StatedName other) {
        return other.joined().startsWith(joined());
    }

    private boolean isWithoutBlanks() {
        return words.size() == 1 && joined().codePoints().allMatch(StatedName::isEastAsian);
    }

    private static boolean isEastAsian(int letter) {
        return EAST_ASIAN.contains(UnicodeScript.of(letter));
    }

    private String joined() {
        return String.join("", words);
    }
}
