package amends.analytics.compliance;

import amends.analytics.behind.ComplaintsBehind;
import amends.analytics.facts.ClockFact.State;
import amends.analytics.tally.Cell;
import amends.analytics.view.BrandChoice;
import amends.analytics.view.Choice;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Answers which complaints have a clock that stands so.
@RestController
class ComplianceComplaintsQuery {

    private static final List<String> DIMENSIONS = List.of("overall", "queue", "priority");

    /// `decided` is what the share of those in time is made of.
    private static final Map<String, Set<State>> OUTCOMES =
            Map.of(
                    "running", Set.of(State.RUNNING),
                    "met", Set.of(State.MET),
                    "overdue", Set.of(State.OVERDUE),
                    "metLate", Set.of(State.MET_LATE),
                    "cancelled", Set.of(State.CANCELLED),
                    "decided", Set.of(State.MET, State.MET_LATE, State.OVERDUE));

    private final ComplaintsBehind behind;

    ComplianceComplaintsQuery(ComplaintsBehind behind) {
        this.behind = behind;
    }

    @GetMapping("/analytics/sla/complaints")
    ComplaintsBehind.Page complaints(
            @RequestParam(defaultValue = "overall") String by,
            @RequestParam(defaultValue = "all") String value,
            @RequestParam String clock,
            @RequestParam String outcome,
            @RequestParam(required = false) @Nullable String brand,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = ComplaintsBehind.PAGE) int limit) {
        Set<State> states =
                Objects.requireNonNull(
                        OUTCOMES.get(
                                Choice.of(
                                        "outcome",
                                        outcome,
                                        OUTCOMES.keySet().stream().sorted().toList())));
        return behind.page(
                Compliance.VIEW,
                new Cell(Choice.of("by", by, DIMENSIONS), value, BrandChoice.of(brand)),
                counters ->
                        counters.stream()
                                .map(ClockCounter::parse)
                                .anyMatch(
                                        it ->
                                                it.clock().equals(clock)
                                                        && states.contains(it.state())),
                cursor,
                limit);
    }
}
