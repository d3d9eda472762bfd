package amends.analytics.satisfaction;

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

/// Answers whose follow-ups were answered so.
@RestController
class SatisfactionComplaintsQuery {

    private static final Map<String, Predicate<Set<String>>> FIGURES =
            Map.of(
                    "answers", counters -> counters.contains("answers"),
                    "solved", counters -> counters.contains("solved"),
                    "unsolved", counters -> !counters.contains("solved"),
                    "satisfied", counters -> counters.contains("csat.satisfied"),
                    "csat", counters -> counters.contains("csat.count"),
                    "ces", counters -> counters.contains("ces.count"),
                    "nps", counters -> counters.contains("nps.count"),
                    "promoters", counters -> counters.contains("nps.promoters"),
                    "detractors", counters -> counters.contains("nps.detractors"));

    private final ComplaintsBehind behind;

    SatisfactionComplaintsQuery(ComplaintsBehind behind) {
        this.behind = behind;
    }

    @GetMapping("/analytics/satisfaction/complaints")
    ComplaintsBehind.Page complaints(
            @RequestParam(defaultValue = "overall") String by,
            @RequestParam(defaultValue = "all") String value,
            @RequestParam(defaultValue = "answers") String figure,
            @RequestParam(required = false) @Nullable String brand,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = ComplaintsBehind.PAGE) int limit) {
        List<String> figures = FIGURES.keySet().stream().sorted().toList();
        return behind.page(
                Satisfaction.VIEW,
                new Cell(
                        Choice.of("by", by, SatisfactionQuery.DIMENSIONS),
                        value,
                        BrandChoice.of(brand)),
                FIGURES.getOrDefault(Choice.of("figure", figure, figures), _ -> false),
                cursor,
                limit);
    }
}
