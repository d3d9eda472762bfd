package amends.workflow.words;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words around a dictionary word that take its meaning away: "no injuries", 「けがはない」, 「没有受伤」.
///
/// @param before words of separate-word languages that negate what follows, with `fillers` between
/// @param fillers may stand between them; dictionary words may too ("no smoke or fire")
/// @param beforeJoined the same for languages written without spaces
/// @param fillersJoined the same
/// @param after negating endings of languages that negate behind the word
/// @param particles may stand between the word and the ending
/// @param unlessAfter endings that look negating and are not
public record Negations(
        List<String> before,
        List<String> fillers,
        List<String> beforeJoined,
        List<String> fillersJoined,
        List<String> after,
        List<String> particles,
        List<String> unlessAfter) {

    /// Matches the end of what stands before a negated word.
    Pattern endOfBefore(List<String> dictionary) {
        List<String> between = Stream.concat(fillers.stream(), dictionary.stream()).toList();
        String separate =
                "(?<![\\p{L}\\p{N}'])(?:%s)(?: +(?:%s)){0,6} +\\z"
                        .formatted(any(before), any(between));
        String joined = "(?:%s)(?:%s){0,6}\\z".formatted(any(beforeJoined), any(fillersJoined));
        return Pattern.compile("(?:%s|%s)".formatted(separate, joined));
    }

    /// Matches the beginning of what stands behind a negated word.
    Pattern beginningOfAfter() {
        return Pattern.compile(
                "^(?:%s){0,6}(?!%s)(?:%s)".formatted(any(particles), any(unlessAfter), any(after)));
    }

    /// One of the words, the longest that fits; nothing at all when there are none.
    private static String any(List<String> words) {
        return words.isEmpty()
                ? "(?!)"
                : words.stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
    }
}
