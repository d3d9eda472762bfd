package amends.analytics.satisfaction;

import amends.analytics.view.Choice;
import amends.analytics.view.Figures;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// Answers how satisfied the customers are.
@RestController
class SatisfactionQuery {

    static final List<String> DIMENSIONS = List.of("overall", "day", "channel", "queue", "product");

    private final Figures figures;

    SatisfactionQuery(Figures figures) {
        this.figures = figures;
    }

    @GetMapping("/analytics/satisfaction")
    Figures.Listing satisfaction(@RequestParam(defaultValue = "day") String by) {
        return figures.startingWith(Satisfaction.VIEW, Choice.of("by", by, DIMENSIONS) + "/");
    }
}
