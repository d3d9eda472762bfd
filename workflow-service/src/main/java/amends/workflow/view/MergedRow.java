package amends.workflow.view;

import amends.contracts.complaint.ComplaintEvent.ComplaintMerged;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.workflow.complaint.Status;

import java.time.Instant;

/// The complaint that stands for a merged one.
///
/// @param before the status to which the merged one returns
public record MergedRow(
        ComplaintId into, ComplaintReference reference, Instant since, Status before) {

    static MergedRow of(ComplaintMerged event, Instant at, Status before) {
        return new MergedRow(event.into(), event.into().reference(), at, before);
    }

    MergedRow before(Status other) {
        return new MergedRow(into, reference, since, other);
    }
}
