package amends.workflow.complaint;

import static amends.contracts.complaint.Refusal.Rule;

import java.util.function.Predicate;

/// How far a complaint must have come.
///
/// @param explanation what to do when it has not
record Requirement(Rule rule, String explanation, Predicate<Complaint> met) {

    static final Requirement EXISTS =
            new Requirement(
                    Rule.UNKNOWN_COMPLAINT,
                    "There is no complaint with this id; a complaint begins with its first"
                            + " contact.",
                    Complaint::exists);

    static final Requirement NOT_CLOSED =
            new Requirement(
                    Rule.CLOSED,
                    "The complaint is closed; reopen it first.",
                    state -> state.status() != Status.CLOSED);

    static final Requirement UNRESOLVED =
            new Requirement(
                    Rule.ALREADY_RESOLVED,
                    "The complaint is resolved; reopen it to work on it again.",
                    state -> state.status().isOpen());

    static final Requirement RESOLVED =
            new Requirement(
                    Rule.NOT_RESOLVED,
                    "The complaint is not resolved yet.",
                    state -> state.status().isResolved());

    static final Requirement RESOLVED_OR_CLOSED =
            new Requirement(
                    Rule.NOT_RESOLVED,
                    "The complaint is still being worked on; there is nothing to reopen.",
                    state -> !state.status().isOpen());

    static final Requirement CLARIFIED =
            new Requirement(
                    Rule.NOT_CLARIFIED,
                    "First write down what hurts and what the customer wants: clarify the"
                            + " complaint.",
                    state -> state.work().clarification() != null);

    static final Requirement ASSESSED =
            new Requirement(
                    Rule.NOT_ASSESSED,
                    "First answer whether the complaint is justified, and whether the company must"
                            + " and can solve it: assess it.",
                    state -> state.work().assessment() != null);

    static final Requirement PROPOSAL_OPEN =
            new Requirement(
                    Rule.NO_OPEN_PROPOSAL,
                    "No proposal waits for an answer; propose a solution first.",
                    state -> state.work().isProposal(Proposal.Answer.OPEN));

    static final Requirement PROPOSAL_ACCEPTED =
            new Requirement(
                    Rule.PROPOSAL_NOT_ACCEPTED,
                    "A remedy is carried out only after the customer accepted it; get an accepted"
                            + " proposal first.",
                    state -> state.work().isProposal(Proposal.Answer.ACCEPTED));

    static final Requirement APPROVAL_WAITING =
            new Requirement(
                    Rule.NOTHING_TO_APPROVE,
                    "No proposal waits for approval.",
                    state -> state.work().granting().isWaiting());

    static final Requirement REVIEWED =
            new Requirement(
                    Rule.UNKNOWN_REVIEW,
                    "Nobody has reviewed how this complaint was handled.",
                    state -> !state.work().reviews().given().isEmpty());

    static final Requirement FOLLOWED_UP =
            new Requirement(
                    Rule.NO_SUCH_FOLLOW_UP,
                    "No follow-up was sent, so none can be answered.",
                    state -> state.followUps().sent() > 0);

    boolean isMetBy(Complaint state) {
        return met.test(state);
    }
}
