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
                    "The complaint is not resolved yet; resolve it first.",
                    state -> state.status().isResolved());

    static final Requirement RESOLVED_OR_CLOSED =
            new Requirement(
                    Rule.NOT_RESOLVED,
                    "The complaint is still being worked on, so there is nothing to reopen; go on"
                            + " with it.",
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
                    "No proposal waits for approval; propose a solution first.",
                    state -> state.work().granting().isWaiting());

    static final Requirement REVIEWED =
            new Requirement(
                    Rule.UNKNOWN_REVIEW,
                    "Nobody has reviewed how this complaint was handled; review it first.",
                    state -> !state.work().reviews().given().isEmpty());

    static final Requirement FOLLOWED_UP =
            new Requirement(
                    Rule.NO_SUCH_FOLLOW_UP,
                    "No such follow-up was sent, so it can't be answered; a new contact reaches us"
                            + " at any time.",
                    state -> state.followUps().sent() > 0);

    static final Requirement KNOWN_AGAIN =
            new Requirement(
                    Rule.ALREADY_HIS_OWN,
                    "Nothing but this complaint is known of its customer, so there is nobody to"
                            + " tell him apart from; link him when you learn who he is.",
                    state -> Grants.customer(state) != null);

    static final Requirement NOT_MERGED =
            new Requirement(
                    Rule.MERGED,
                    "The complaint is merged into another one; work on that one, or undo the"
                            + " merge.",
                    state -> !state.isMerged());

    static final Requirement MERGED =
            new Requirement(
                    Rule.NOT_MERGED,
                    "The complaint is not merged yet, so there is no merge to undo; wait for the"
                            + " answer, or merge it first.",
                    Complaint::isMerged);

    static final Requirement NOT_MERGING =
            new Requirement(
                    Rule.MERGE_PENDING,
                    "It is just being decided whether it is merged; try again in a moment.",
                    state -> !state.links().isPending());

    static final Requirement NO_DUPLICATES =
            new Requirement(
                    Rule.HAS_DUPLICATES,
                    "Other complaints are merged into this one; merge the other one into this"
                            + " instead, or undo those merges first.",
                    state -> state.links().duplicates().isEmpty());

    static final Requirement NO_OPEN_PROMISE =
            new Requirement(
                    Rule.OPEN_PROMISES,
                    "The customer was promised something here, and a merged complaint keeps no"
                            + " promises; keep it first, or merge the other one into this"
                            + " instead.",
                    state ->
                            state.promises().stream()
                                    .noneMatch(promise -> promise.state() == Promise.State.OPEN));

    static final Requirement NO_REMEDY_OWED =
            new Requirement(
                    Rule.REMEDY_NOT_EXECUTED,
                    "The customer accepted a remedy; carry it out first.",
                    state -> !state.work().isProposal(Proposal.Answer.ACCEPTED));

    boolean isMetBy(Complaint state) {
        return met.test(state);
    }
}
