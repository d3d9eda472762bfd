package amends.workflow.quality;

import amends.contracts.complaint.RecordedEvent;

/// An event, and how the customer had been treated before it.
public record Moment(RecordedEvent recorded, Treatment before) {

    Treatment after() {
        return before.after(recorded);
    }
}
