package amends.workflow.view;

import amends.contracts.complaint.Assessment;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Concern;
import amends.contracts.complaint.Demand;
import amends.contracts.complaint.PromiseId;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.OriginalPosition;
import amends.contracts.contact.OtherWords;
import amends.contracts.personal.FreeText;
import amends.workflow.typology.Typology;
import amends.workflow.view.CaseDetails.CaseContact;
import amends.workflow.view.CaseDetails.FollowUpRow;
import amends.workflow.view.CaseDetails.PromiseRow;
import amends.workflow.view.CaseDetails.Proposal;
import amends.workflow.view.CaseDetails.WaitingRow;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Folds a timeline into [CaseDetails]. Longer than usual because it names every event once.
final class CaseDetailsFold {

    private @Nullable Customer complainant;
    private @Nullable CustomerId ownId;
    private final List<CaseContact> contacts = new ArrayList<>();
    private @Nullable Concern concern;
    private @Nullable Demand demand;
    private @Nullable Assessment assessment;
    private @Nullable Proposal proposal;
    private @Nullable WaitingRow waiting;
    private Typology typology = Typology.UNKNOWN;
    private final Map<PromiseId, PromiseRow> promises = new LinkedHashMap<>();
    private final Map<Integer, FollowUpRow> followUps = new LinkedHashMap<>();

    private CaseDetailsFold() {}

    static CaseDetails over(List<TimelineEntry> timeline) {
        CaseDetailsFold fold = new CaseDetailsFold();
        timeline.forEach(entry -> fold.apply(entry.event(), entry.at()));
        CareFold care = CareFold.over(timeline);
        return new CaseDetails(
                fold.complainant,
                List.copyOf(fold.contacts),
                fold.concern,
                fold.demand,
                fold.assessment,
                fold.proposal,
                fold.waiting,
                fold.typology,
                List.copyOf(fold.promises.values()),
                List.copyOf(fold.followUps.values()),
                care.approval(),
                care.signs(),
                care.reviews(),
                timeline);
    }

    private void apply(ComplaintEvent event, Instant at) {
        switch (event) {
            case ComplaintEvent.ComplaintReceived e -> {
                shown(e.customer());
                contacts.add(new CaseContact(e.contact(), e.original(), null, null, null));
            }
            case ComplaintEvent.ContactAppended e ->
                    add(e.contact(), e.original(), e.via(), e.customer(), e.otherWords());
            case ComplaintEvent.ContactPassedOn e ->
                    add(e.contact(), e.original(), null, e.customer(), e.otherWords());
            case ComplaintEvent.DuplicateReleased e ->
                    contacts.removeIf(contact -> e.duplicate().equals(contact.via()));
            case ComplaintEvent.MergeRequested e -> {}
            case ComplaintEvent.MergeRefused e -> {}
            case ComplaintEvent.ComplaintMerged e -> {}
            case ComplaintEvent.ComplaintUnmerged e -> {}
            case ComplaintEvent.DuplicateTakenIn e -> {}
            case ComplaintEvent.ComplaintClarified e -> {
                concern = e.concern();
                demand = e.demand();
            }
            case ComplaintEvent.ComplaintAssessed e -> assessment = e.assessment();
            case ComplaintEvent.SolutionProposed e ->
                    proposal =
                            new Proposal(
                                    e.remedy(), e.explanation(), Proposal.State.OPEN, at, null);
            case ComplaintEvent.ProposalAccepted e -> settle(Proposal.State.ACCEPTED, null);
            case ComplaintEvent.ProposalDeclined e -> settle(Proposal.State.DECLINED, e.reason());
            case ComplaintEvent.RemedyExecuted e -> settle(Proposal.State.EXECUTED, null);
            case ComplaintEvent.PromiseMade e ->
                    promises.put(
                            e.promise(),
                            new PromiseRow(
                                    e.promise(), e.what(), at, e.due(), 0, PromiseRow.State.OPEN));
            case ComplaintEvent.PromiseKept e -> settle(e.promise(), PromiseRow.State.KEPT);
            case ComplaintEvent.PromiseBroken e -> settle(e.promise(), PromiseRow.State.BROKEN);
            case ComplaintEvent.PromiseRenewed e -> renew(e);
            case ComplaintEvent.FollowUpSent e ->
                    followUps.put(e.round(), new FollowUpRow(e.round(), at, null, null));
            case ComplaintEvent.FollowUpAnswered e ->
                    followUps.computeIfPresent(
                            e.round(),
                            (round, sent) -> new FollowUpRow(round, sent.sentAt(), at, e.answer()));
            case ComplaintEvent.ApprovalRequested e -> {}
            case ComplaintEvent.ApprovalGranted e -> {}
            case ComplaintEvent.ApprovalRefused e -> {}
            case ComplaintEvent.SignOfBadServiceSeen e -> {}
            case ComplaintEvent.QualityReviewed e -> {}
            case ComplaintEvent.ReviewAppealed e -> {}
            case ComplaintEvent.AppealDecided e -> {}
            case ComplaintEvent.ComplaintAcknowledged e -> {}
            case ComplaintEvent.PriorityAssessed e -> {}
            case ComplaintEvent.ComplaintQueued e -> {}
            case ComplaintEvent.ComplaintAssigned e -> {}
            case ComplaintEvent.ComplaintHandedOver e -> {}
            case ComplaintEvent.ComplaintReoffered e -> {}
            case ComplaintEvent.CustomerSentRound e -> {}
            case ComplaintEvent.TypologyRecognised e -> typology = typology.after(e);
            case ComplaintEvent.TypologyCorrected e -> typology = typology.after(e);
            case ComplaintEvent.CustomerSeparated e -> told(e.customer(), true);
            case ComplaintEvent.CustomerRejoined e -> told(e.customer(), false);
            case ComplaintEvent.ReplySent e -> {}
            case ComplaintEvent.DemandDeclined e -> {}
            case ComplaintEvent.ComplaintResolved e -> {}
            case ComplaintEvent.ComplaintReopened e -> {}
            case ComplaintEvent.ComplaintClosed e -> {}
            case ComplaintEvent.ClockStarted e -> {}
            case ComplaintEvent.HoldingResponseSent e -> {}
            case ComplaintEvent.WaitingStarted e ->
                    waiting = new WaitingRow(e.waitingFor(), e.reason(), at);
            case ComplaintEvent.WaitingEnded e -> waiting = null;
            case ComplaintEvent.ClockRescheduled e -> {}
            case ComplaintEvent.ClockPaused e -> {}
            case ComplaintEvent.ClockResumed e -> {}
            case ComplaintEvent.ClockEscalated e -> {}
            case ComplaintEvent.ClockWarned e -> {}
            case ComplaintEvent.ClockMet e -> {}
            case ComplaintEvent.ClockBreached e -> {}
            case ComplaintEvent.ClockCancelled e -> {}
        }
    }

    /// Who came by another's id says nothing of the customer: letters go on to the customer alone.
    private void add(
            ContactContent contact,
            OriginalPosition original,
            @Nullable ComplaintId via,
            Customer by,
            @Nullable OtherWords words) {
        boolean isElse = OtherWords.areBySomebodyElse(words);
        if (!isElse) {
            shown(by);
        }
        contacts.add(
                new CaseContact(
                        contact,
                        original,
                        via,
                        words == null ? null : words.cameAs(),
                        isElse ? by : null));
    }

    /// A later contact need not show his name and address again: letters still reach him, newest
    /// address first.
    private void shown(Customer now) {
        Customer before = complainant == null ? now : complainant;
        complainant =
                new Customer(
                        ownId == null ? now.id() : ownId,
                        now.identifiedBy(),
                        now.name() == null ? before.name() : now.name(),
                        Stream.concat(now.emails().stream(), before.emails().stream())
                                .distinct()
                                .toList(),
                        now.phones(),
                        now.accounts(),
                        now.area(),
                        now.tier());
    }

    /// @param apart whether later contacts are his as well, whoever they seem to be from
    private void told(CustomerId customer, boolean apart) {
        ownId = apart ? customer : null;
        if (complainant != null) {
            complainant = complainant.as(customer);
        }
    }

    private void settle(Proposal.State state, @Nullable FreeText declinedBecause) {
        if (proposal != null) {
            proposal =
                    new Proposal(
                            proposal.remedy(),
                            proposal.explanation(),
                            state,
                            proposal.proposedAt(),
                            declinedBecause);
        }
    }

    private void settle(PromiseId promise, PromiseRow.State state) {
        promises.computeIfPresent(
                promise,
                (id, made) ->
                        new PromiseRow(
                                id,
                                made.what(),
                                made.madeAt(),
                                made.due(),
                                made.renewals(),
                                state));
    }

    private void renew(ComplaintEvent.PromiseRenewed event) {
        promises.computeIfPresent(
                event.promise(),
                (id, made) ->
                        new PromiseRow(
                                id,
                                made.what(),
                                made.madeAt(),
                                event.due(),
                                made.renewals() + 1,
                                made.state()));
    }
}
