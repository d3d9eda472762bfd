package amends.notification.rule;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.*;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.Customer;
import amends.contracts.contact.OtherWords;
import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// What one must know about a complaint in order to write to its customer.
///
/// @param title what the customer called the matter, on one line
/// @param metAPerson whether an agent has already turned to the customer
/// @param promises those not kept yet
/// @param round how many resolutions there have been
/// @param followUp the question that waits for its day
public record Correspondence(
        ComplaintReference reference,
        BrandName brand,
        Recipient recipient,
        FreeText title,
        boolean metAPerson,
        Map<PromiseId, Promised> promises,
        int round,
        @Nullable FollowUp followUp) {

    public Correspondence {
        promises = Map.copyOf(promises);
    }

    public static Correspondence begunBy(ComplaintReceived event) {
        return new Correspondence(
                event.reference(),
                event.brand(),
                Recipient.of(event.customer(), event.contact()),
                Title.of(event.contact()),
                false,
                Map.of(),
                0,
                null);
    }

    /// @param delay how long after a resolution the customer is asked
    public Correspondence after(RecordedEvent recorded, Duration delay) {
        Correspondence changed =
                switch (recorded.event()) {
                    case ContactAppended e -> shownBy(e.customer(), e.contact(), e.otherWords());
                    case ContactPassedOn e -> shownBy(e.customer(), e.contact(), e.otherWords());
                    case PromiseMade e -> with(e.promise(), new Promised(e.what(), e.due()));
                    case PromiseRenewed e -> renewed(e);
                    case PromiseKept e -> with(e.promise(), null);
                    case ComplaintResolved _ -> resolved(recorded, delay);
                    case ComplaintReopened _, ComplaintClosed _ -> asking(null);
                    case ComplaintReceived _,
                            MergeRequested _,
                            MergeRefused _,
                            ComplaintMerged _,
                            ComplaintUnmerged _,
                            DuplicateTakenIn _,
                            DuplicateReleased _,
                            ComplaintAcknowledged _,
                            PriorityAssessed _,
                            ComplaintQueued _,
                            ComplaintAssigned _,
                            ComplaintReoffered _,
                            CustomerSentRound _,
                            TypologyRecognised _,
                            TypologyCorrected _,
                            CustomerSeparated _,
                            CustomerRejoined _,
                            ComplaintHandedOver _,
                            ReplySent _,
                            ComplaintClarified _,
                            PromiseBroken _,
                            ApprovalRequested _,
                            ApprovalGranted _,
                            ApprovalRefused _,
                            SignOfBadServiceSeen _,
                            QualityReviewed _,
                            ReviewAppealed _,
                            AppealDecided _,
                            ComplaintAssessed _,
                            DemandDeclined _,
                            SolutionProposed _,
                            ProposalAccepted _,
                            ProposalDeclined _,
                            RemedyExecuted _,
                            FollowUpSent _,
                            FollowUpAnswered _,
                            ClockStarted _,
                            WaitingStarted _,
                            WaitingEnded _,
                            ClockPaused _,
                            ClockResumed _,
                            ClockRescheduled _,
                            ClockEscalated _,
                            ClockWarned _,
                            HoldingResponseSent _,
                            ClockMet _,
                            ClockBreached _,
                            ClockCancelled _ ->
                            this;
                };
        boolean personal = recorded.actor().isAgent() && turnsToCustomer(recorded.event());
        return personal ? changed.byAPerson() : changed;
    }

    /// The follow-up went out or was called off.
    public Correspondence asked() {
        return asking(null);
    }

    private static boolean turnsToCustomer(ComplaintEvent event) {
        return event instanceof ComplaintAcknowledged
                || event instanceof ReplySent
                || event instanceof HoldingResponseSent
                || event instanceof ComplaintClarified
                || event instanceof PromiseMade
                || event instanceof PromiseRenewed
                || event instanceof SolutionProposed
                || event instanceof DemandDeclined
                || event instanceof ComplaintResolved;
    }

    private Correspondence resolved(RecordedEvent recorded, Duration delay) {
        FollowUp next = new FollowUp(round + 1, recorded.version(), recorded.at().plus(delay));
        return new Correspondence(
                reference, brand, recipient, title, metAPerson, promises, next.round(), next);
    }

    /// The same matter, told to somebody else.
    public Correspondence writingTo(Recipient other) {
        return new Correspondence(
                reference, brand, other, title, metAPerson, promises, round, followUp);
    }

    /// Who came by another's id is not written to.
    private Correspondence shownBy(
            Customer sender, ContactContent contact, @Nullable OtherWords words) {
        return OtherWords.areBySomebodyElse(words)
                ? this
                : writingTo(recipient.asShownBy(sender, contact));
    }

    private Correspondence byAPerson() {
        return new Correspondence(
                reference, brand, recipient, title, true, promises, round, followUp);
    }

    private Correspondence asking(@Nullable FollowUp other) {
        return new Correspondence(
                reference, brand, recipient, title, metAPerson, promises, round, other);
    }

    private Correspondence renewed(PromiseRenewed event) {
        Promised known = promises.get(event.promise());
        return known == null
                ? this
                : with(event.promise(), new Promised(known.what(), event.due()));
    }

    private Correspondence with(PromiseId id, @Nullable Promised promised) {
        Map<PromiseId, Promised> all = new HashMap<>(promises);
        if (promised == null) {
            all.remove(id);
        } else {
            all.put(id, promised);
        }
        return new Correspondence(
                reference, brand, recipient, title, metAPerson, all, round, followUp);
    }
}
