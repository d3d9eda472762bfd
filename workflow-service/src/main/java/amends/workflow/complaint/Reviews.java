package amends.workflow.complaint;

import static amends.contracts.complaint.Refusal.Rule;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintCommand.AppealReview;
import amends.contracts.complaint.ComplaintCommand.DecideAppeal;
import amends.contracts.complaint.ComplaintCommand.ReviewQuality;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.AppealDecided;
import amends.contracts.complaint.ComplaintEvent.QualityReviewed;
import amends.contracts.complaint.ComplaintEvent.ReviewAppealed;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.quality.ReviewId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The reviews of one complaint: who may judge, appeal and decide.
///
/// @param given at most the [#MOST] latest
public record Reviews(List<Review> given) {

    static final int MOST = 50;
    static final Reviews NONE = new Reviews(List.of());

    public Reviews {
        given = List.copyOf(given);
    }

    Reviews after(RecordedEvent recorded) {
        ComplaintEvent event = recorded.event();
        if (event instanceof QualityReviewed e) {
            List<Review> all =
                    new ArrayList<>(
                            given.subList(Math.max(0, given.size() + 1 - MOST), given.size()));
            all.add(Review.of(e, recorded.actor()));
            return new Reviews(all);
        } else if (event instanceof ReviewAppealed e) {
            return become(e.review(), Review.State.APPEALED);
        } else if (event instanceof AppealDecided e) {
            return become(
                    e.review(), e.reviewStands() ? Review.State.UPHELD : Review.State.WITHDRAWN);
        }
        return this;
    }

    private Reviews become(ReviewId id, Review.State state) {
        return new Reviews(
                given.stream()
                        .map(review -> review.id().equals(id) ? review.become(state) : review)
                        .toList());
    }

    Optional<Review> find(ReviewId id) {
        return given.stream().filter(review -> review.id().equals(id)).findFirst();
    }

    boolean isAlready(AppealReview command) {
        return find(command.review())
                .filter(review -> review.state() != Review.State.GIVEN)
                .isPresent();
    }

    boolean isAlready(DecideAppeal command) {
        Review.State decided =
                command.reviewStands() ? Review.State.UPHELD : Review.State.WITHDRAWN;
        return find(command.review()).filter(review -> review.state() == decided).isPresent();
    }

    static Optional<Objection> to(ReviewQuality command, Actor actor) {
        if (!actor.isAgent() || isOneself(actor, command.agent().value())) {
            return Objection.of(
                    Rule.OWN_WORK, "Nobody judges his own work; ask somebody else to review it.");
        }
        return command.answers().isEmpty()
                ? Objection.of(Rule.REASON_MISSING, "Answer at least one line of the form.")
                : Optional.empty();
    }

    Optional<Objection> to(AppealReview command, Actor actor) {
        return find(command.review())
                .map(review -> toAppeal(review, actor))
                .orElseGet(Reviews::unknown);
    }

    private static Optional<Objection> toAppeal(Review review, Actor actor) {
        return actor.isAgent() && isOneself(actor, review.agent().value())
                ? Optional.empty()
                : Objection.of(
                        Rule.NOT_THE_REVIEWED,
                        "Only the one who was reviewed may appeal; leave it to him.");
    }

    Optional<Objection> to(DecideAppeal command, Actor actor) {
        return find(command.review())
                .map(review -> toDeciding(review, actor))
                .orElseGet(Reviews::unknown);
    }

    private static Optional<Objection> toDeciding(Review review, Actor actor) {
        if (review.state() != Review.State.APPEALED) {
            return Objection.of(
                    Rule.UNKNOWN_REVIEW,
                    "No appeal against this review waits to be decided; an appeal comes first.");
        }
        boolean party = actor.equals(review.reviewer()) || isOneself(actor, review.agent().value());
        return party || !actor.isAgent()
                ? Objection.of(
                        Rule.OWN_WORK,
                        "Neither the reviewer nor the reviewed decides; ask a third person.")
                : Optional.empty();
    }

    private static boolean isOneself(Actor actor, String agent) {
        return actor.name().value().equals(agent);
    }

    private static Optional<Objection> unknown() {
        return Objection.of(
                Rule.UNKNOWN_REVIEW, "The complaint has no such review; name one of those it has.");
    }
}
