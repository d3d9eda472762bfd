package amends.intake.mapping;

import amends.intake.normalise.Unicode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text with columns in it: `{Company} {Sub-product|Product}`. Between `|` stand alternatives; the
/// first of which all columns say something is taken. An alternative may join columns: `Issue:
/// Sub-issue`.
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");
    private static final String JOINT = ": ";

    private record Part(String literal, List<List<Integer>> alternatives) {}

    private final List<Part> parts = new ArrayList<>();
    private final String tail;

    /// @param position where a column stands, −1 when there is none of that name
    Template(String template, Function<String, Integer> position) {
        Matcher place = PLACE.matcher(template);
        int end = 0;
        while (place.find()) {
            parts.add(
                    new Part(
                            template.substring(end, place.start()),
                            alternatives(place.group(1), position)));
            end = place.end();
        }
        tail = template.substring(end);
    }

    public static Template of(@Nullable String template, Function<String, Integer> position) {
        return new Template(template == null ? "" : template, position);
    }

    /// A column's name as it is compared.
    static String column(String name) {
        return Unicode.nfkc(name).strip();
    }

    /// @param values the row; blank where it says nothing
    public String fill(List<String> values) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.literal()).append(first(part.alternatives(), values));
        }
        return text.append(tail).toString().strip();
    }

    private static String first(List<List<Integer>> alternatives, List<String> values) {
        for (List<Integer> columns : alternatives) {
            List<String> stated =
                    columns.stream().map(values::get).filter(value -> !value.isBlank()).toList();
            if (stated.size() == columns.size()) {
                return String.join(JOINT, stated);
            }
        }
        return "";
    }

    private static List<List<Integer>> alternatives(
            String place, Function<String, Integer> position) {
        return List.of(place.split("\\|")).stream()
                .map(
                        columns ->
                                List.of(columns.split(JOINT)).stream()
                                        .map(Template::column)
                                        .map(position)
                                        .toList())
                .toList();
    }
}
