package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.AppealDecided;
import amends.contracts.complaint.ComplaintEvent.ApprovalGranted;
import amends.contracts.complaint.ComplaintEvent.ApprovalRefused;
import amends.contracts.complaint.ComplaintEvent.ApprovalRequested;
import amends.contracts.complaint.ComplaintEvent.ComplaintClosed;
import amends.contracts.complaint.ComplaintEvent.ComplaintReopened;
import amends.contracts.complaint.ComplaintEvent.ComplaintResolved;
import amends.contracts.complaint.ComplaintEvent.DemandDeclined;
import amends.contracts.complaint.ComplaintEvent.ProposalAccepted;
import amends.contracts.complaint.ComplaintEvent.QualityReviewed;
import amends.contracts.complaint.ComplaintEvent.RemedyExecuted;
import amends.contracts.complaint.ComplaintEvent.ReviewAppealed;
import amends.contracts.complaint.ComplaintEvent.SignOfBadServiceSeen;
import amends.contracts.complaint.ComplaintEvent.SolutionProposed;
import amends.contracts.quality.ReviewId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Folds what a timeline says of approvals and of the quality of the service.
final class CareFold {

    private @Nullable ApprovalRow approval;
    private final List<SignRow> signs = new ArrayList<>();
    private final Map<ReviewId, ReviewRow> reviews = new LinkedHashMap<>();

    static CareFold over(List<TimelineEntry> timeline) {
        CareFold fold = new CareFold();
        timeline.forEach(fold::apply);
        return fold;
    }

    /// The agents whose service showed a sign or was reviewed.
    static List<String> judged(List<TimelineEntry> timeline) {
        return timeline.stream()
                .map(entry -> judged(entry.event()))
                .filter(Objects::nonNull)
                .map(AgentId::value)
                .distinct()
                .toList();
    }

    private static @Nullable AgentId judged(ComplaintEvent event) {
        if (event instanceof SignOfBadServiceSeen e) {
            return e.agent();
        }
        return event instanceof QualityReviewed e ? e.agent() : null;
    }

    @Nullable ApprovalRow approval() {
        return approval;
    }

    List<SignRow> signs() {
        return List.copyOf(signs);
    }

    List<ReviewRow> reviews() {
        return List.copyOf(reviews.values());
    }

    private void apply(TimelineEntry entry) {
        ComplaintEvent event = entry.event();
        if (event instanceof ApprovalRequested e) {
            approval = ApprovalRow.of(e, entry.at());
        } else if (event instanceof SignOfBadServiceSeen e) {
            signs.add(new SignRow(e.sign(), e.agent(), entry.at()));
        } else if (event instanceof QualityReviewed e) {
            reviews.put(e.review(), ReviewRow.of(e, entry.actor(), entry.at()));
        } else if (event instanceof ReviewAppealed e) {
            reviews.computeIfPresent(e.review(), (id, review) -> review.appealed(e));
        } else if (event instanceof AppealDecided e) {
            reviews.computeIfPresent(e.review(), (id, review) -> review.decided(e));
        } else if (approval != null) {
            approval = after(approval, event);
        }
    }

    private static ApprovalRow after(ApprovalRow asked, ComplaintEvent event) {
        if (event instanceof ApprovalGranted e) {
            return asked.granted(e);
        } else if (event instanceof ApprovalRefused e) {
            return asked.refused(e);
        }
        return overtakes(event) ? asked.overtaken() : asked;
    }

    private static boolean overtakes(ComplaintEvent event) {
        return event instanceof SolutionProposed
                || event instanceof ProposalAccepted
                || event instanceof RemedyExecuted
                || event instanceof DemandDeclined
                || event instanceof ComplaintResolved
                || event instanceof ComplaintClosed
                || event instanceof ComplaintReopened;
    }
}
