package amends.workflow.complaint;

import org.jspecify.annotations.Nullable;

/// What people have done so far.
///
/// @param lastReply the latest reply, so that it is not sent twice
public record Work(
        boolean acknowledged,
        @Nullable Fingerprint lastReply,
        @Nullable Fingerprint clarification,
        @Nullable Fingerprint assessment,
        boolean demandDeclined,
        @Nullable Proposal proposal) {

    static final Work NONE = new Work(false, null, null, null, false, null);

    boolean isProposal(Proposal.Answer answer) {
        return proposal != null && proposal.answer() == answer;
    }

    Work withAcknowledged() {
        return new Work(true, lastReply, clarification, assessment, demandDeclined, proposal);
    }

    Work withReply(Fingerprint reply) {
        return new Work(acknowledged, reply, clarification, assessment, demandDeclined, proposal);
    }

    Work withClarification(Fingerprint said) {
        return new Work(acknowledged, lastReply, said, assessment, demandDeclined, proposal);
    }

    Work withAssessment(Fingerprint said) {
        return new Work(acknowledged, lastReply, clarification, said, demandDeclined, proposal);
    }

    Work withDemandDeclined() {
        return new Work(acknowledged, lastReply, clarification, assessment, true, null);
    }

    /// A solution offered takes an earlier refusal back.
    Work withProposal(@Nullable Proposal offered) {
        return new Work(acknowledged, lastReply, clarification, assessment, false, offered);
    }
}
