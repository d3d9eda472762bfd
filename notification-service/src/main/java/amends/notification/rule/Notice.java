package amends.notification.rule;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.Remedy;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.complaint.Verification;
import amends.contracts.notification.NotificationKind;
import amends.contracts.personal.FreeText;
import amends.contracts.routing.QueueName;
import amends.contracts.sla.ClockName;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;

/// What somebody must be told, before it has words: a customer, but for escalations.
public sealed interface Notice {

    record Acknowledgement() implements Notice {}

    record Reply(FreeText text) implements Notice {}

    record Promise(Promised promised) implements Notice {}

    /// `promised`, with its new due time, is absent when the promise itself is not known any more.
    record RenewedPromise(@Nullable Promised promised, Instant due, FreeText reason)
            implements Notice {}

    /// `promised` is absent when the promise itself is not known any more.
    record ApologyForBrokenPromise(@Nullable Promised promised) implements Notice {}

    record Handover(FreeText reason) implements Notice {}

    record Proposal(Remedy remedy, FreeText explanation) implements Notice {}

    record Decline(FreeText reason) implements Notice {}

    record Solution(Verification verification, FreeText summary) implements Notice {}

    record FollowUpQuestion(FollowUp followUp) implements Notice {}

    record Reopening(ReopeningReason reason) implements Notice {}

    record Thanks() implements Notice {}

    /// To colleagues, not to the customer.
    ///
    /// @param call whether they are called to act, or only told
    /// @param page of the complaint, in the console
    record Escalation(
            ClockName clock,
            Instant due,
            int percent,
            @Nullable QueueName queue,
            @Nullable AgentId owner,
            boolean call,
            URI page)
            implements Notice {}

    default NotificationKind kind() {
        return switch (this) {
            case Acknowledgement _ -> NotificationKind.ACKNOWLEDGEMENT;
            case Reply _ -> NotificationKind.REPLY;
            case Promise _ -> NotificationKind.PROMISE;
            case RenewedPromise _ -> NotificationKind.RENEWED_PROMISE;
            case ApologyForBrokenPromise _ -> NotificationKind.APOLOGY_FOR_BROKEN_PROMISE;
            case Handover _ -> NotificationKind.HANDOVER;
            case Proposal _ -> NotificationKind.PROPOSAL;
            case Decline _ -> NotificationKind.DECLINE;
            case Solution _ -> NotificationKind.SOLUTION;
            case FollowUpQuestion _ -> NotificationKind.FOLLOW_UP;
            case Reopening _ -> NotificationKind.REOPENING;
            case Thanks _ -> NotificationKind.THANKS;
            case Escalation _ -> NotificationKind.ESCALATION;
        };
    }

    /// Which follow-up this is, from 1; 0 for all other notices.
    default int round() {
        return this instanceof FollowUpQuestion question ? question.followUp().round() : 0;
    }
}
