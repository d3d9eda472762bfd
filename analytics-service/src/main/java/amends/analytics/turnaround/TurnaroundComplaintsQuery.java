package amends.analytics.turnaround;

import amends.analytics.behind.ComplaintsBehind;
import amends.analytics.tally.Cell;
import amends.analytics.view.BrandChoice;
import amends.analytics.view.Choice;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// Answers whose customers waited, each with how long.
@RestController
class TurnaroundComplaintsQuery {

    private static final List<String> DIMENSIONS = List.of("overall", "queue");
    private static final List<String> FIGURES =
            List.of(
                    Turnaround.COMPLAINTS,
                    Turnaround.ACKNOWLEDGEMENT,
                    Turnaround.FIRST_REPLY,
                    Turnaround.RESOLUTION,
                    Turnaround.ON_THE_SPOT);

    private final ComplaintsBehind behind;

    TurnaroundComplaintsQuery(ComplaintsBehind behind) {
        this.behind = behind;
    }

    @GetMapping("/analytics/turnaround/complaints")
    ComplaintsBehind.Page complaints(
            @RequestParam(defaultValue = "overall") String by,
            @RequestParam(defaultValue = "all") String value,
            @RequestParam(defaultValue = Turnaround.COMPLAINTS) String figure,
            @RequestParam(required = false) @Nullable String brand,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = ComplaintsBehind.PAGE) int limit) {
        String counter = Choice.of("figure", figure, FIGURES);
        return behind.page(
                Turnaround.VIEW,
                new Cell(Choice.of("by", by, DIMENSIONS), value, BrandChoice.of(brand)),
                counters -> counters.contains(counter),
                cursor,
                limit);
    }
}
