package amends.workflow.web;

import amends.workflow.stream.CustomerBook;
import amends.workflow.view.BoardRow;
import amends.workflow.view.CaseFile;
import amends.workflow.view.CaseStore;
import amends.workflow.view.Wording;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Suggests which complaints may be the same matter: the same customer's, in similar words,
/// received not long before or after. People decide.
@RestController
class DuplicateController {

    private static final int MOST_LOOKED_AT = 100;
    private static final double ALIKE = 0.35;

    private final CaseStore cases;
    private final CustomerBook customers;
    private final Duration within;

    /// @param within how far apart they may have been received
    DuplicateController(
            CaseStore cases,
            CustomerBook customers,
            @Value("${amends.same-matter-within}") Duration within) {
        this.cases = cases;
        this.customers = customers;
        this.within = within;
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
        Instant received = file.row().receivedAt();
        Wording words = Wording.of(file);
        List<Suggestion> alike =
                cases
                        .ofCustomers(
                                customers.links().sameAs(file.row().customer().id()),
                                received.minus(within),
                                received.plus(within),
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
