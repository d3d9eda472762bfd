package amends.notification.rule;

import amends.contracts.complaint.Remedy;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.complaint.Verification;
import amends.contracts.notification.NotificationKind;
import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What a customer must be told, before it has words.
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
        };
    }

    /// Which follow-up this is, from 1; 0 for all other notices.
    default int round() {
        return this instanceof FollowUpQuestion question ? question.followUp().round() : 0;
    }
}
