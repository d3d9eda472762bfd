package amends.workflow.web;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Refusal;
import amends.workflow.complaint.Complaint;
import amends.workflow.complaint.ComplaintDecider;
import amends.workflow.complaint.Decision;
import amends.workflow.complaint.Errand;
import amends.workflow.complaint.Occasion;
import amends.workflow.stream.PolicyBook;
import amends.workflow.view.CaseStore;
import amends.workflow.web.BulkAnswer.BulkItem;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Optional;

/// Decides a command on what the cases show, without doing anything. What another complaint has a
/// say in is asked of that one too.
@Component
class BulkPreview {

    private final CaseStore cases;
    private final PolicyBook policies;
    private final ComplaintDecider decider;

    BulkPreview(CaseStore cases, PolicyBook policies, ComplaintDecider decider) {
        this.cases = cases;
        this.policies = policies;
        this.decider = decider;
    }

    /// @param seen the version that its wisher saw; absent: any
    BulkItem of(
            String complaint,
            @Nullable Long seen,
            ComplaintCommand command,
            Actor actor,
            Instant now) {
        return BulkAnswer.id(complaint)
                .map(id -> item(complaint, state(id), seen, command, occasion(actor, now)))
                .orElseGet(() -> BulkItem.unreadable(complaint));
    }

    private Occasion occasion(Actor actor, Instant now) {
        return new Occasion(now, actor, policies.current());
    }

    private Complaint state(ComplaintId id) {
        return cases.find(id)
                .map(file -> file.fold(Complaint.unborn(id), Complaint::evolve))
                .orElseGet(() -> Complaint.unborn(id));
    }

    private BulkItem item(
            String complaint,
            Complaint state,
            @Nullable Long seen,
            ComplaintCommand command,
            Occasion occasion) {
        return switch (decider.decide(command, state, occasion, seen)) {
            case Decision.Refused refused ->
                    BulkItem.refused(complaint, state.version(), refused.refusal());
            case Decision.Accepted accepted ->
                    elsewhere(state, command, accepted, occasion)
                            .map(refusal -> BulkItem.refused(complaint, state.version(), refusal))
                            .orElseGet(
                                    () ->
                                            BulkItem.accepted(
                                                    complaint,
                                                    state.version(),
                                                    accepted.events().stream()
                                                            .map(
                                                                    event ->
                                                                            event.getClass()
                                                                                    .getSimpleName())
                                                            .toList()));
        };
    }

    private Optional<Refusal> elsewhere(
            Complaint state,
            ComplaintCommand command,
            Decision.Accepted accepted,
            Occasion occasion) {
        Complaint after = state.after(accepted.events(), occasion);
        for (Errand errand : Errand.following(command, null, accepted, after)) {
            Decision there = decider.decide(errand.command(), state(errand.to()), occasion);
            if (there instanceof Decision.Refused refused) {
                Refusal refusal = Errand.told(refused.refusal());
                return Optional.of(
                        new Refusal(refusal.rule(), refusal.explanation(), decider.allowed(state)));
            }
        }
        return Optional.empty();
    }
}
