package amends.analytics.satisfaction;

import amends.analytics.view.BrandChoice;
import amends.analytics.view.Choice;
import amends.analytics.view.Figures;
import amends.contracts.identity.IdentityFilter;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

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
    Figures.Listing satisfaction(
            @RequestParam(defaultValue = "day") String by,
            @RequestParam(required = false) @Nullable String brand,
            HttpServletRequest request) {
        if (!by.equals("queue") && !IdentityFilter.caller(request).reach().queues().isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    "For whoever is limited to queues the answers are counted by queue only: ask"
                            + " with ?by=queue");
        }
        String dimension = Choice.of("by", by, DIMENSIONS);
        return figures.counted(
                Satisfaction.VIEW,
                BrandChoice.cells(brand, request).and(cell -> cell.by().equals(dimension)));
    }
}
