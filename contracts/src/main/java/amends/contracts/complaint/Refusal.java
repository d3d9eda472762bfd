package amends.contracts.complaint;

import java.util.List;

/// Why a command was not carried out: the rule, in words, and the commands that the rule would
/// allow now.
public record Refusal(Rule rule, Explanation explanation, List<CommandName> allowed) {

    public Refusal {
        allowed = List.copyOf(allowed);
    }

    /// The rules that refuse.
    public enum Rule {
        UNKNOWN_COMPLAINT,
        STALE_VERSION,
        CLOSED,
        NOT_RESOLVED,
        ALREADY_RESOLVED,
        NOT_CLARIFIED,
        NOT_ASSESSED,
        NO_OPEN_PROPOSAL,
        PROPOSAL_NOT_ACCEPTED,
        REMEDY_NOT_EXECUTED,
        UNKNOWN_PROMISE,
        PROMISE_DUE_IN_THE_PAST,
        NO_SUCH_FOLLOW_UP,
        ALREADY_ANSWERED,
        REASON_MISSING,
        ALREADY_OWNED,
        MERGED,
        NOT_MERGED,
        MERGE_PENDING,
        MERGE_INTO_ITSELF,
        HAS_DUPLICATES,
        OPEN_PROMISES,
        SURVIVOR_UNKNOWN,
        SURVIVOR_CLOSED,
        SURVIVOR_MERGED,
        NOTHING_CORRECTED,
        AMOUNT_OUT_OF_RANGE,
        NOTHING_TO_APPROVE,
        OWN_PROPOSAL,
        NOT_ENTITLED,
        OWN_WORK,
        UNKNOWN_REVIEW,
        NOT_THE_REVIEWED,
        ALREADY_HIS_OWN,
        TOO_MANY_VERSIONS
    }
}
