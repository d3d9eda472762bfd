package amends.analytics.turnaround;

import amends.analytics.view.Figures;

import org.springframework.web.bind.annotation.GetMapping;
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
    Figures.Listing turnaround() {
        return figures.startingWith(Turnaround.VIEW, "");
    }
}
