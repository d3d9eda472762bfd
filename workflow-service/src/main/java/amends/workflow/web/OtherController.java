package amends.workflow.web;

import amends.workflow.stream.CustomerBook;
import amends.workflow.view.BoardRow;
import amends.workflow.view.CaseFile;
import amends.workflow.view.CaseStore;
import amends.workflow.web.CaseController.Items;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What else the customer of a complaint has complained about, so that nobody asks him twice.
@RestController
class OtherController {

    private final CaseStore cases;
    private final CustomerBook customers;

    OtherController(CaseStore cases, CustomerBook customers) {
        this.cases = cases;
        this.customers = customers;
    }

    /// Newest first.
    @GetMapping("/complaints/{idOrReference}/others")
    Items<BoardRow> others(
            @PathVariable String idOrReference,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit) {
        BoardRow row =
                cases.find(ComplaintPath.read(idOrReference))
                        .map(CaseFile::row)
                        .orElseThrow(() -> Problems.unknownComplaint(idOrReference));
        int most = Limits.of(limit);
        return new Items<>(
                cases.ofCustomers(customers.links().sameAs(row.customer().id()), most + 1).stream()
                        .map(CaseFile::row)
                        .filter(other -> !other.id().equals(row.id()))
                        .limit(most)
                        .toList());
    }
}
