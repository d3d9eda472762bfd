package amends.analytics.retention;

import amends.analytics.behind.ComplaintsBehind;
import amends.analytics.tally.Cell;
import amends.analytics.view.BrandChoice;
import amends.analytics.view.Choice;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Answers which complaints ended so; estimates are made from these.
@RestController
class RetentionComplaintsQuery {

    private static final List<String> DIMENSIONS = List.of("overall", "queue");

    private final ComplaintsBehind behind;
    private final Map<String, Predicate<Set<String>>> figures;

    RetentionComplaintsQuery(ComplaintsBehind behind, RetentionModel model) {
        this.behind = behind;
        this.figures =
                Map.of(
                        "complaints", any(Retention.COMPLAINTS),
                        "open", any(Retention.OPEN),
                        "unsolved", any(Retention.UNSOLVED),
                        "noAnswer", any(Retention.NO_ANSWER),
                        "proposalUnanswered", any(Retention.PROPOSAL_UNANSWERED),
                        "silentComplainants",
                                any(Retention.NO_ANSWER).or(any(Retention.PROPOSAL_UNANSWERED)),
                        "resolved", any(Retention.ON_THE_SPOT).or(within(Long.MAX_VALUE)),
                        "resolvedPromptly",
                                any(Retention.ON_THE_SPOT).or(within(model.promptHours())),
                        "resolvedLate",
                                within(Long.MAX_VALUE)
                                        .and(Predicate.not(within(model.promptHours()))));
    }

    @GetMapping("/analytics/retention/complaints")
    ComplaintsBehind.Page complaints(
            @RequestParam(defaultValue = "overall") String by,
            @RequestParam(defaultValue = "all") String value,
            @RequestParam(defaultValue = "complaints") String figure,
            @RequestParam(required = false) @Nullable String brand,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = ComplaintsBehind.PAGE) int limit) {
        List<String> names = figures.keySet().stream().sorted().toList();
        return behind.page(
                Retention.VIEW,
                new Cell(Choice.of("by", by, DIMENSIONS), value, BrandChoice.of(brand)),
                figures.getOrDefault(Choice.of("figure", figure, names), _ -> false),
                cursor,
                limit);
    }

    private static Predicate<Set<String>> any(String counter) {
        return counters -> counters.contains(counter);
    }

    private static Predicate<Set<String>> within(long hours) {
        return counters ->
                counters.stream()
                        .filter(counter -> counter.startsWith(Retention.RESOLVED_AFTER_HOURS))
                        .map(it -> it.substring(Retention.RESOLVED_AFTER_HOURS.length()))
                        .anyMatch(after -> Long.parseLong(after) <= hours);
    }
}
