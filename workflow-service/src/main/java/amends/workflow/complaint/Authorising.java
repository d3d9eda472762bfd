package amends.workflow.complaint;

import static amends.contracts.complaint.Refusal.Rule;

import amends.contracts.authority.Grant;
import amends.contracts.authority.RoleName;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintCommand.ProposeSolution;
import amends.contracts.complaint.ComplaintEvent.ApprovalGranted;
import amends.contracts.complaint.ComplaintEvent.ApprovalRefused;
import amends.contracts.complaint.ComplaintEvent.ApprovalRequested;
import amends.contracts.complaint.ComplaintEvent.SolutionProposed;
import amends.contracts.complaint.Remedy;
import amends.contracts.personal.FreeText;
import amends.workflow.authority.ApprovalNeed;
import amends.workflow.authority.AuthorityPolicy;
import amends.workflow.authority.Wanted;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// What may be promised at once, what must be approved before, and by whom.
final class Authorising {

    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_ROLES_NAMED = 2;
    private static final int MOST_NAME = 40;

    private final Complaint state;
    private final Occasion occasion;
    private final AuthorityPolicy policy;

    Authorising(Complaint state, Occasion occasion) {
        this.state = state;
        this.occasion = occasion;
        this.policy = occasion.policies().authority();
    }

    // Proposing

    /// Amounts that can be added up; others are refused.
    static boolean isInRange(Remedy.Material remedy) {
        BigDecimal amount = remedy.amount();
        return amount.signum() >= 0
                && amount.scale() <= MOST_DECIMALS
                && (long) amount.precision() - amount.scale() <= MOST_DIGITS;
    }

    static Optional<Objection> to(Remedy remedy) {
        return remedy instanceof Remedy.Material material && !isInRange(material)
                ? Objection.of(
                        Rule.AMOUNT_OUT_OF_RANGE,
                        "An amount is not negative and has at most %d digits and %d decimals; give one like that."
                                .formatted(MOST_DIGITS, MOST_DECIMALS))
                : Optional.empty();
    }

    /// The proposal reaches the customer at once, or waits for approval.
    ///
    /// @param elsewhere what the customer was granted in other complaints
    void propose(ProposeSolution command, BigDecimal elsewhere, Unfolding then) {
        switch (command.remedy()) {
            case Remedy.Material material -> propose(material, command, elsewhere, then);
            case Remedy.Moral moral ->
                    then.happens(new SolutionProposed(moral, command.explanation()));
            case Remedy.ServiceImprovement better ->
                    then.happens(new SolutionProposed(better, command.explanation()));
        }
    }

    private void propose(
            Remedy.Material remedy, ProposeSolution command, BigDecimal elsewhere, Unfolding then) {
        Grant grant = new Grant(remedy.amount(), remedy.currency(), occasion.at());
        Wanted wanted = new Wanted(grant, state.work().granting().executed(), elsewhere);
        Optional<ApprovalNeed> need = policy.need(occasion.actor(), occasion.at(), wanted);
        then.happens(
                need.isEmpty()
                        ? new SolutionProposed(remedy, command.explanation(), policy.version())
                        : new ApprovalRequested(
                                remedy,
                                command.explanation(),
                                occasion.actor(),
                                need.get().reasons(),
                                need.get().approvals(),
                                need.get().stake(),
                                policy.version()));
    }

    // Approving

    boolean isAlreadyApproved() {
        Approval approval = state.work().granting().approval();
        return approval != null
                && approval.state() != Approval.State.REFUSED
                && occasion.actor().isAgent()
                && approval.answeredBy().contains(agent());
    }

    boolean isAlreadyRefused() {
        Approval approval = state.work().granting().approval();
        return approval != null
                && approval.state() == Approval.State.REFUSED
                && occasion.actor().isAgent()
                && approval.answeredBy().contains(agent());
    }

    /// Why the actor may not answer what waits for approval.
    Optional<Objection> toAnswering() {
        Approval approval = approval();
        Actor actor = occasion.actor();
        if (actor.equals(approval.proposer())) {
            return Objection.of(
                    Rule.OWN_PROPOSAL, "Nobody decides on his own proposal; " + approvers());
        }
        return actor.isAgent() && role().isPresent()
                ? Optional.empty()
                : Objection.of(Rule.NOT_ENTITLED, "This is beyond your authority; " + approvers());
    }

    private String approvers() {
        Approval approval = approval();
        List<RoleName> roles = policy.approving(approval.stake(), approval.remedy().currency());
        return roles.isEmpty()
                ? "no role may approve as much: propose less."
                : "ask somebody who is "
                        + roles.stream()
                                .limit(MOST_ROLES_NAMED)
                                .map(RoleName::value)
                                .map(name -> name.substring(0, Math.min(MOST_NAME, name.length())))
                                .collect(Collectors.joining(" or "))
                        + ".";
    }

    void approve(Unfolding then) {
        Approval approval = approval();
        RoleName role = role().orElseThrow();
        int missing = approval.missing() - 1;
        then.happens(new ApprovalGranted(agent(), role, missing, policy.version()));
        if (missing == 0) {
            then.happens(
                    new SolutionProposed(
                            approval.remedy(),
                            Objects.requireNonNull(approval.explanation()),
                            policy.version()));
        }
    }

    void refuse(FreeText reason, Unfolding then) {
        then.happens(new ApprovalRefused(agent(), reason));
    }

    private Approval approval() {
        return Objects.requireNonNull(state.work().granting().approval());
    }

    private Optional<RoleName> role() {
        Approval approval = approval();
        return policy.approver(
                agent(), occasion.at(), approval.stake(), approval.remedy().currency());
    }

    private AgentId agent() {
        return new AgentId(occasion.actor().name().value());
    }
}
