package amends.analytics.tally;

import amends.analytics.facts.ComplaintFacts;
import amends.contracts.figure.FigureView;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The figures that count a complaint, each with the counters that it is in. Many complaints share
/// one of these.
public record CountedIn(Map<FigureView, Map<Cell, Set<String>>> figures) {

    public CountedIn {
        figures = Map.copyOf(figures);
    }

    public static CountedIn of(List<Question> questions, ComplaintFacts facts) {
        Map<FigureView, Map<Cell, Set<String>>> figures = new HashMap<>();
        questions.forEach(
                question -> figures.put(question.view(), counters(Stand.of(question, facts))));
        return new CountedIn(figures);
    }

    /// Returns the counters in one figure; none when the figure does not count it.
    public Set<String> in(FigureView view, Cell cell) {
        return figures.getOrDefault(view, Map.of()).getOrDefault(cell, Set.of());
    }

    private static Map<Cell, Set<String>> counters(Stand stand) {
        Map<Cell, Set<String>> counters = new HashMap<>();
        stand.counts()
                .forEach(
                        (cell, counts) ->
                                counters.put(
                                        cell,
                                        counts.entrySet().stream()
                                                .filter(each -> each.getValue() > 0)
                                                .map(Map.Entry::getKey)
                                                .collect(Collectors.toUnmodifiableSet())));
        return Map.copyOf(counters);
    }
}
