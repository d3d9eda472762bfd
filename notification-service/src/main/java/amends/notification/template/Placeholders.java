package amends.notification.template;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a template may say beside words: placeholders such as `{{ name }}`, and conditions made of
/// them. All else that the engine could do, such as reading files, is not for letters.
final class Placeholders {

    private static final String NAME = "([a-zA-Z]+)";
    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}|\\{%(.*?)%}", Pattern.DOTALL);
    private static final Pattern OPENED = Pattern.compile("\\{[{%#]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\s*" + NAME + "\\s*");
    private static final Pattern CONDITION =
            Pattern.compile(
                    "\\s*(?:else)?if\\s+(?:not\\s+)?"
                            + NAME
                            + "(?:\\s+is\\s+(?:not\\s+)?empty|\\s*==\\s*'[^'{}\\\\]*')?\\s*");
    private static final Pattern OTHERWISE = Pattern.compile("\\s*(?:else|endif)\\s*");

    private static final String CONDITIONS =
            "of conditions there are {% if x %}, {% if not x %}, {% if x is empty %},"
                    + " {% if x == 'WORD' %}, {% elseif … %}, {% else %} and {% endif %}";

    private Placeholders() {}

    /// What is wrong with the text; empty: nothing.
    static Optional<String> fault(String source, Set<String> known) {
        Matcher tag = TAG.matcher(source);
        while (tag.find()) {
            Optional<String> fault = faultOf(tag, known);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return OPENED.matcher(TAG.matcher(source).replaceAll("")).find()
                ? Optional.of("a {{ or {% is not closed")
                : Optional.empty();
    }

    private static Optional<String> faultOf(Matcher tag, Set<String> known) {
        boolean placeholder = tag.group(1) != null;
        String inside = placeholder ? tag.group(1) : tag.group(2);
        if (!placeholder && OTHERWISE.matcher(inside).matches()) {
            return Optional.empty();
        }
        Matcher said = (placeholder ? PLACEHOLDER : CONDITION).matcher(inside);
        if (!said.matches()) {
            return Optional.of(
                    placeholder
                            ? "between {{ and }} stands one placeholder; %s is none"
                                    .formatted(inside.strip())
                            : CONDITIONS);
        }
        String name = said.group(1);
        return known.contains(name)
                ? Optional.empty()
                : Optional.of(
                        "there is no placeholder %s here; there are %s"
                                .formatted(name, String.join(", ", new TreeSet<>(known))));
    }
}
