package amends.analytics.retention;

import amends.analytics.view.BrandChoice;
import amends.analytics.view.FigureTable;
import amends.analytics.view.Figures;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Answers who stays, together with the model that the estimates come from.
@RestController
class RetentionQuery {

    private final Figures figures;
    private final RetentionModel model;

    RetentionQuery(Figures figures, RetentionModel model) {
        this.figures = figures;
        this.model = model;
    }

    /// Overall first, then each queue.
    record Answer(
            @Nullable Instant asOf, RetentionModel model, List<? extends Map<String, Object>> items)
            implements FigureTable {

        @Override
        public Answer only(Predicate<Map<String, Object>> wanted) {
            return new Answer(asOf, model, items.stream().filter(wanted).toList());
        }
    }

    @GetMapping("/analytics/retention")
    Answer retention(
            @RequestParam(required = false) @Nullable String brand, HttpServletRequest request) {
        Figures.Listing found = figures.counted(Retention.VIEW, BrandChoice.cells(brand, request));
        return new Answer(found.asOf(), model, found.items());
    }
}
