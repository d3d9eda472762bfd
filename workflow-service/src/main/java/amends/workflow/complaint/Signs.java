package amends.workflow.complaint;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.RecordedEvent;
import amends.workflow.quality.Moment;
import amends.workflow.quality.SignPolicy;

/// Raises the signs of bad service that an event shows.
final class Signs {

    private final SignPolicy policy;

    Signs(Occasion occasion) {
        this.policy = occasion.policies().signs();
    }

    /// @param before the complaint before the event
    void follow(Complaint before, RecordedEvent recorded, Unfolding then) {
        AgentId agent = before.owner();
        policy.shownBy(new Moment(recorded, before.work().treatment()))
                .forEach(
                        sign ->
                                then.happens(
                                        new ComplaintEvent.SignOfBadServiceSeen(
                                                sign, agent, policy.version())));
    }
}
