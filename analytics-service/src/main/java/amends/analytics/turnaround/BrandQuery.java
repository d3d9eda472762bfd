package amends.analytics.turnaround;

import amends.analytics.tally.Cell;
import amends.analytics.view.Figures;
import amends.contracts.access.Reach;
import amends.contracts.contact.BrandName;
import amends.contracts.identity.IdentityFilter;
import amends.contracts.routing.QueueName;

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

    /// Brands within the caller's reach: for whoever is limited to queues those that something was
    /// counted of there.
    record Answer(List<BrandName> items) {}

    @GetMapping("/analytics/brands")
    Answer brands(HttpServletRequest request) {
        Reach reach = IdentityFilter.caller(request).reach();
        return new Answer(
                figures.brands(Turnaround.VIEW, cell -> isWithin(cell, reach)).stream()
                        .filter(reach::covers)
                        .toList());
    }

    private static boolean isWithin(Cell cell, Reach reach) {
        return reach.queues().isEmpty()
                || (cell.by().equals("queue") && reach.covers(new QueueName(cell.value())));
    }
}
