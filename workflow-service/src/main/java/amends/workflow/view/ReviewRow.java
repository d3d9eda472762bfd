package amends.workflow.view;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent.AppealDecided;
import amends.contracts.complaint.ComplaintEvent.QualityReviewed;
import amends.contracts.complaint.ComplaintEvent.ReviewAppealed;
import amends.contracts.personal.FreeText;
import amends.contracts.quality.ReviewAnswer;
import amends.contracts.quality.ReviewId;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// How somebody judged an agent's service, the agent's appeal and what was decided.
public record ReviewRow(
        ReviewId review,
        Actor reviewer,
        AgentId agent,
        List<ReviewAnswer> answers,
        @Nullable FreeText note,
        Instant at,
        ReviewRow.State state,
        @Nullable FreeText appeal,
        @Nullable FreeText decision) {

    /// What became of it.
    public enum State {
        @JsonProperty("given")
        GIVEN,
        @JsonProperty("appealed")
        APPEALED,
        @JsonProperty("upheld")
        UPHELD,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    public ReviewRow {
        answers = List.copyOf(answers);
    }

    static ReviewRow of(QualityReviewed event, Actor reviewer, Instant at) {
        return new ReviewRow(
                event.review(),
                reviewer,
                event.agent(),
                event.answers(),
                event.note(),
                at,
                State.GIVEN,
                null,
                null);
    }

    boolean isAppealed() {
        return state == State.APPEALED;
    }

    ReviewRow appealed(ReviewAppealed event) {
        return with(State.APPEALED, event.reason(), null);
    }

    ReviewRow decided(AppealDecided event) {
        return with(event.reviewStands() ? State.UPHELD : State.WITHDRAWN, appeal, event.reason());
    }

    private ReviewRow with(
            State newState, @Nullable FreeText why, @Nullable FreeText decidedBecause) {
        return new ReviewRow(
                review, reviewer, agent, answers, note, at, newState, why, decidedBecause);
    }
}
