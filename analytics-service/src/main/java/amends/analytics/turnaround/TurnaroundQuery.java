package amends.analytics.turnaround;

import amends.analytics.view.BrandChoice;
import amends.analytics.view.Figures;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers how long customers wait.
@RestController
class TurnaroundQuery {

    private final Figures figures;

    TurnaroundQuery(Figures figures) {
        this.figures = figures;
    }

    /// Overall first, then each queue.
    @GetMapping("/analytics/turnaround")
    Figures.Listing turnaround(
            @RequestParam(required = false) @Nullable String brand, HttpServletRequest request) {
        return figures.counted(Turnaround.VIEW, BrandChoice.cells(brand, request));
    }
}
