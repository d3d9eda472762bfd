package amends.analytics.turnaround;

import amends.analytics.view.Figures;
import amends.contracts.access.Reach;
import amends.contracts.contact.BrandName;
import amends.contracts.identity.IdentityFilter;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// Names the brands of which figures are counted; turnaround counts every complaint.
@RestController
class BrandQuery {

    private final Figures figures;

    BrandQuery(Figures figures) {
        this.figures = figures;
    }

    /// Brands within the caller's reach.
    record Answer(List<BrandName> items) {}

    @GetMapping("/analytics/brands")
    Answer brands(HttpServletRequest request) {
        Reach reach = IdentityFilter.caller(request).reach();
        return new Answer(figures.brands(Turnaround.VIEW).stream().filter(reach::covers).toList());
    }
}
