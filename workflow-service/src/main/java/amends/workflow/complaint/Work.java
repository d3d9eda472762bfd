package amends.workflow.complaint;

import amends.contracts.complaint.RecordedEvent;
import amends.workflow.quality.Treatment;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// What people have done so far.
///
/// @param lastReply the latest reply, so that it is not sent twice
public record Work(
        boolean acknowledged,
        @Nullable Fingerprint lastReply,
        @Nullable Fingerprint clarification,
        @Nullable Fingerprint assessment,
        boolean demandDeclined,
        @Nullable Proposal proposal,
        Granting granting,
        Treatment treatment,
        Reviews reviews) {

    static final Work NONE =
            new Work(
                    false,
                    null,
                    null,
                    null,
                    false,
                    null,
                    Granting.NONE,
                    Treatment.NONE,
                    Reviews.NONE);

    /// States that were kept before there were grants, treatment and reviews lack them.
    public Work {
        granting = Objects.requireNonNullElse(granting, Granting.NONE);
        treatment = Objects.requireNonNullElse(treatment, Treatment.NONE);
        reviews = Objects.requireNonNullElse(reviews, Reviews.NONE);
    }

    boolean isProposal(Proposal.Answer answer) {
        return proposal != null && proposal.answer() == answer;
    }

    /// What any event may add, besides what is said of it by name.
    Work after(RecordedEvent event) {
        return new Work(
                acknowledged,
                lastReply,
                clarification,
                assessment,
                demandDeclined,
                proposal,
                granting.after(event),
                treatment.after(event),
                reviews.after(event));
    }

    Work withAcknowledged() {
        return with(true, lastReply, clarification, assessment);
    }

    Work withReply(Fingerprint reply) {
        return with(acknowledged, reply, clarification, assessment);
    }

    Work withClarification(Fingerprint said) {
        return with(acknowledged, lastReply, said, assessment);
    }

    Work withAssessment(Fingerprint said) {
        return with(acknowledged, lastReply, clarification, said);
    }

    Work withDemandDeclined() {
        return offering(true, null);
    }

    /// A solution offered takes an earlier refusal back.
    Work withProposal(@Nullable Proposal offered) {
        return offering(false, offered);
    }

    private Work with(
            boolean isAcknowledged,
            @Nullable Fingerprint reply,
            @Nullable Fingerprint clarified,
            @Nullable Fingerprint assessed) {
        return new Work(
                isAcknowledged,
                reply,
                clarified,
                assessed,
                demandDeclined,
                proposal,
                granting,
                treatment,
                reviews);
    }

    private Work offering(boolean declined, @Nullable Proposal offered) {
        return new Work(
                acknowledged,
                lastReply,
                clarification,
                assessment,
                declined,
                offered,
                granting,
                treatment,
                reviews);
    }
}
