package amends.workflow.sla;

import amends.contracts.complaint.ComplaintReference;

/// What a candidate policy would change about the breaches of many complaints.
///
/// @param gained those that it would have brought about
/// @param lost those that it would have spared
public record Shift(Breaches gained, Breaches lost) {

    static final Shift NONE = new Shift(Breaches.NONE, Breaches.NONE);

    Shift and(ComplaintReference complaint, int moreGained, int moreLost) {
        return new Shift(gained.and(complaint, moreGained), lost.and(complaint, moreLost));
    }
}
