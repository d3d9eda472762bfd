package amends.analytics.recurrence;

import amends.analytics.view.Choice;
import amends.analytics.view.Figures;

import org.bson.Document;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Answers which concerns recur, those of most different customers first.
@RestController
class RecurrenceQuery {

    private static final List<String> PERIODS = List.of("day", "week", "month");
    private static final int MOST = 200;

    private final Figures figures;
    private final ClusterRanking ranking;
    private final RecurrenceRule rule;
    private final ClusterNotes notes;

    RecurrenceQuery(
            Figures figures, ClusterRanking ranking, RecurrenceRule rule, ClusterNotes notes) {
        this.figures = figures;
        this.ranking = ranking;
        this.rule = rule;
        this.notes = notes;
    }

    @GetMapping("/analytics/recurrence")
    Figures.Listing recurrence(
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "week") String period,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(defaultValue = "false") boolean rising) {
        String chosen = Choice.of("period", period, PERIODS);
        LocalDate recent = recentSince();
        List<String> ids =
                ranking.first(
                        Math.clamp(limit, 1, MOST),
                        entry ->
                                (product.isEmpty() || entry.product().equals(product))
                                        && (!rising || isRising(entry, recent)));
        Figures.Listing found = figures.byIds(ClusterFigure.VIEW, ids);
        UnaryOperator<Map<String, Object>> known = notes.telling();
        return new Figures.Listing(
                found.asOf(),
                found.items().stream()
                        .map(item -> shown(known.apply(item), chosen, recent))
                        .toList());
    }

    /// A cluster that became part of another one answers as that one.
    @GetMapping("/analytics/recurrence/{clusterId}")
    Map<String, Object> cluster(@PathVariable String clusterId) {
        Document found =
                figures.byId(ClusterFigure.VIEW, clusterId)
                        .orElseThrow(
                                () ->
                                        new ResponseStatusException(
                                                HttpStatus.NOT_FOUND,
                                                ClusterNotes.NO_SUCH_CONCERN));
        String whole = found.getString("mergedInto");
        return whole == null ? detailed(found) : cluster(whole);
    }

    private Map<String, Object> detailed(Document found) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("asOf", figures.asOf(ClusterFigure.VIEW));
        item.putAll(notes.telling().apply(found));
        item.put("rising", isRising(found, recentSince()));
        return item;
    }

    private static Map<String, Object> shown(
            Map<String, Object> found, String period, LocalDate recent) {
        Map<String, Object> item = new LinkedHashMap<>(found);
        item.put("rising", isRising(found, recent));
        item.put("periods", found.getOrDefault(period + "s", List.of()));
        PERIODS.forEach(each -> item.remove(each + "s"));
        return item;
    }

    private LocalDate recentSince() {
        LocalDate newest = ranking.newestDay();
        return newest.equals(LocalDate.MIN) ? newest : rule.trend().recentSince(newest);
    }

    /// What was rising when last told of is not any more when nobody told of it lately.
    private static boolean isRising(ClusterRanking.Entry entry, LocalDate recentSince) {
        return entry.rising() && !entry.lastDay().isBefore(recentSince);
    }

    private static boolean isRising(Map<String, Object> found, LocalDate recentSince) {
        return found.get("trend") instanceof Map<?, ?> trend
                && Boolean.TRUE.equals(trend.get("rising"))
                && !LocalDate.parse(String.valueOf(found.get("lastDay"))).isBefore(recentSince);
    }
}
