package amends.workflow.web;

import amends.workflow.stream.CustomerBook;
import amends.workflow.view.BoardRow;
import amends.workflow.view.CaseFile;
import amends.workflow.view.CaseStore;
import amends.workflow.view.Wording;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.Comparator;
import java.util.List;

/// Suggests which complaints may be the same matter: the same customer's, in similar words. People
/// decide.
@RestController
class DuplicateController {

    private static final int MOST_LOOKED_AT = 100;
    private static final double ALIKE = 0.35;

    private final CaseStore cases;
    private final CustomerBook customers;

    DuplicateController(CaseStore cases, CustomerBook customers) {
        this.cases = cases;
        this.customers = customers;
    }

    /// A complaint that may be a duplicate.
    ///
    /// @param likeness of the words, 0 to 1
    record Suggestion(BoardRow complaint, double likeness, boolean sameProduct) {}

    @GetMapping("/complaints/{idOrReference}/duplicates")
    CaseController.Items<Suggestion> duplicates(@PathVariable String idOrReference) {
        CaseFile file =
                cases.find(ComplaintPath.read(idOrReference))
                        .orElseThrow(() -> Problems.unknownComplaint(idOrReference));
        Wording words = Wording.of(file);
        List<Suggestion> alike =
                cases
                        .ofCustomers(
                                customers.links().sameAs(file.row().customer().id()),
                                MOST_LOOKED_AT)
                        .stream()
                        .filter(other -> isCandidate(file.row(), other.row()))
                        .map(other -> suggestion(file, words, other))
                        .filter(suggestion -> suggestion.likeness() >= ALIKE)
                        .sorted(Comparator.comparingDouble(Suggestion::likeness).reversed())
                        .toList();
        return new CaseController.Items<>(alike);
    }

    /// One that could stand for this one, or be merged into it.
    private static boolean isCandidate(BoardRow row, BoardRow other) {
        return !other.id().equals(row.id())
                && (other.status().isOpen() || other.status().isResolved());
    }

    private static Suggestion suggestion(CaseFile file, Wording words, CaseFile other) {
        boolean sameProduct =
                file.row().product() != null && file.row().product().equals(other.row().product());
        return new Suggestion(other.row(), words.likeness(Wording.of(other)), sameProduct);
    }
}
