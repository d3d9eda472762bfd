package amends.workflow.view;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ApprovalRequested;
import amends.contracts.complaint.ComplaintEvent.ReviewAppealed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a case waits for that only somebody with authority can say.
enum Awaited {
    APPROVAL,
    APPEAL;

    static List<String> of(CaseFile file) {
        if (file.timeline().stream().map(TimelineEntry::event).noneMatch(Awaited::asks)) {
            return List.of();
        }
        List<String> awaited = new ArrayList<>();
        CareFold care = CareFold.over(file.timeline());
        ApprovalRow approval = care.approval();
        if (file.row().isOpen()
                && approval != null
                && approval.state() == ApprovalRow.State.WAITING) {
            awaited.add(APPROVAL.toString());
        }
        if (care.reviews().stream().anyMatch(ReviewRow::isAppealed)) {
            awaited.add(APPEAL.toString());
        }
        return awaited;
    }

    private static boolean asks(ComplaintEvent event) {
        return event instanceof ApprovalRequested || event instanceof ReviewAppealed;
    }

    /// How it stands in the database.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
