package amends.workflow.view;

import amends.contracts.complaint.ComplaintEvent.SolutionProposed;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.complaint.Remedy;
import amends.contracts.complaint.RootCause;
import amends.contracts.contact.ProductName;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A material remedy that some complaint's customer was offered, for whoever has to judge another
/// one.
///
/// @param state what the customer said to it; `open` as well for one that waits for approval
public record Offer(
        ComplaintId complaint,
        ComplaintReference reference,
        @Nullable ProductName product,
        @Nullable RootCause rootCause,
        Remedy.Material remedy,
        Instant proposedAt,
        CaseDetails.Proposal.State state) {

    /// The last one that reached the customer.
    static Optional<Offer> made(CaseFile file) {
        boolean any =
                file.timeline().stream()
                        .anyMatch(entry -> entry.event() instanceof SolutionProposed);
        return any ? made(file, CaseDetails.of(file)) : Optional.empty();
    }

    /// The one that waits for approval, else the last one that reached the customer.
    public static Optional<Offer> wanted(CaseFile file) {
        CaseDetails details = CaseDetails.of(file);
        ApprovalRow approval = details.approval();
        return approval != null
                        && approval.state() == ApprovalRow.State.WAITING
                        && approval.remedy() instanceof Remedy.Material remedy
                ? Optional.of(
                        of(
                                file,
                                details,
                                remedy,
                                approval.requestedAt(),
                                CaseDetails.Proposal.State.OPEN))
                : made(file, details);
    }

    private static Optional<Offer> made(CaseFile file, CaseDetails details) {
        CaseDetails.Proposal proposal = details.proposal();
        return proposal != null && proposal.remedy() instanceof Remedy.Material remedy
                ? Optional.of(of(file, details, remedy, proposal.proposedAt(), proposal.state()))
                : Optional.empty();
    }

    private static Offer of(
            CaseFile file,
            CaseDetails details,
            Remedy.Material remedy,
            Instant at,
            CaseDetails.Proposal.State state) {
        return new Offer(
                file.row().id(),
                file.row().reference(),
                file.row().product(),
                details.assessment() == null ? null : details.assessment().rootCause(),
                remedy,
                at,
                state);
    }

    /// Same product first, then the amount that is nearest.
    Comparator<Offer> nearest() {
        return Comparator.comparing(
                        (Offer other) -> product == null || !product.equals(other.product))
                .thenComparing(this::distance)
                .thenComparing(Offer::proposedAt, Comparator.reverseOrder());
    }

    private BigDecimal distance(Offer other) {
        return other.remedy.amount().subtract(remedy.amount(), MathContext.DECIMAL64).abs();
    }
}
