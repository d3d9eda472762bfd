package amends.workflow.complaint;

import amends.contracts.complaint.Remedy;

/// The latest solution that was offered.
public record Proposal(Fingerprint fingerprint, Remedy remedy, Answer answer) {

    /// How far it came.
    public enum Answer {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXECUTED
    }

    Proposal answered(Answer newAnswer) {
        return new Proposal(fingerprint, remedy, newAnswer);
    }
}
