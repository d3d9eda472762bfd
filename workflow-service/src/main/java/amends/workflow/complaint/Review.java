package amends.workflow.complaint;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintCommand.ReviewQuality;
import amends.contracts.complaint.ComplaintEvent.QualityReviewed;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.name.Crockford;
import amends.contracts.quality.ReviewId;

/// What somebody judged of an agent's service, and whether it is disputed.
public record Review(ReviewId id, Actor reviewer, AgentId agent, Review.State state) {

    private static final int ID_LENGTH = 12;

    /// What became of it.
    public enum State {
        GIVEN,
        APPEALED,
        UPHELD,
        WITHDRAWN
    }

    /// The same judgement has the same id, so that it is not given twice.
    static ReviewId idOf(ComplaintId complaint, Actor reviewer, ReviewQuality command) {
        Fingerprint said = Fingerprint.of(command.agent(), command.answers());
        return new ReviewId(
                Crockford.hash(
                        ID_LENGTH,
                        "review",
                        complaint.value(),
                        reviewer.name().value(),
                        said.value()));
    }

    static Review of(QualityReviewed event, Actor reviewer) {
        return new Review(event.review(), reviewer, event.agent(), State.GIVEN);
    }

    Review become(State newState) {
        return new Review(id, reviewer, agent, newState);
    }
}
