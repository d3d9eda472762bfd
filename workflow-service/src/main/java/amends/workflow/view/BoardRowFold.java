package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.contact.ContactContent;
import amends.contracts.personal.FreeText;
import amends.contracts.priority.Priority;
import amends.contracts.routing.QueueName;
import amends.contracts.sla.ClockName;
import amends.workflow.complaint.Status;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Folds events into a [BoardRow]. Longer than usual because it names every event once.
final class BoardRowFold {

    private static final int LONGEST_TITLE = 80;

    private final BoardRow before;
    private Status status;
    private @Nullable QueueName queue;
    private @Nullable AgentId owner;
    private @Nullable Priority priority;
    private List<ClockRow> clocks;
    private int contacts;
    private @Nullable MergedRow merged;
    private List<DuplicateRow> duplicates;
    private CustomerRow customer;

    private BoardRowFold(BoardRow before) {
        this.before = before;
        this.status = before.status();
        this.queue = before.queue();
        this.owner = before.owner();
        this.priority = before.priority();
        this.clocks = before.clocks();
        this.contacts = before.contacts();
        this.merged = before.merged();
        this.customer = before.customer();
        this.duplicates = before.duplicates() == null ? List.of() : before.duplicates();
    }

    static BoardRow born(RecordedEvent recorded, ComplaintReceived event) {
        ContactContent contact = event.contact();
        return new BoardRow(
                recorded.complaintId(),
                event.reference(),
                Status.RECEIVED,
                null,
                null,
                null,
                List.of(),
                null,
                contact.channel(),
                contact.language(),
                contact.product(),
                title(contact),
                CustomerRow.of(event.customer()),
                contact.receivedAt(),
                recorded.at(),
                recorded.version(),
                1,
                null,
                null,
                contact.brand());
    }

    static BoardRow evolve(BoardRow row, RecordedEvent recorded) {
        BoardRowFold fold = new BoardRowFold(row);
        fold.apply(recorded.event(), recorded.at());
        return fold.row(recorded.at(), recorded.version());
    }

    /// Nothing happened since, but clocks went on.
    static BoardRow asOf(BoardRow row, Instant instant) {
        BoardRowFold fold = new BoardRowFold(row);
        if (row.merged() == null) {
            fold.clocks = row.clocks().stream().map(clock -> clock.asOf(instant)).toList();
        }
        return fold.row(row.changedAt(), row.version());
    }

    private void apply(ComplaintEvent event, Instant at) {
        Status beforeMerge = merged == null ? status : merged.before();
        Status old = status;
        status = StatusFold.after(status, beforeMerge, event);
        switch (event) {
            case ComplaintEvent.ContactAppended e -> {
                contacts++;
                duplicates =
                        e.via() == null
                                ? duplicates
                                : DuplicateRow.withOneMoreContact(duplicates, e.via());
            }
            case ComplaintEvent.ContactPassedOn e -> contacts++;
            case ComplaintEvent.ComplaintMerged e -> merged = MergedRow.of(e, at, old);
            case ComplaintEvent.ComplaintUnmerged e -> merged = null;
            case ComplaintEvent.DuplicateTakenIn e -> {
                contacts += e.contacts() - DuplicateRow.contactsOf(duplicates, e.duplicate());
                duplicates = DuplicateRow.with(duplicates, e);
            }
            case ComplaintEvent.DuplicateReleased e -> {
                contacts -= DuplicateRow.contactsOf(duplicates, e.duplicate());
                duplicates = DuplicateRow.without(duplicates, e.duplicate());
            }
            case ComplaintEvent.PriorityAssessed e -> priority = e.priority();
            case ComplaintEvent.ComplaintQueued e -> queue = e.queue();
            case ComplaintEvent.ComplaintAssigned e -> owner = e.agent();
            case ComplaintEvent.ComplaintHandedOver e -> owner = e.to();
            case ComplaintEvent.ComplaintReoffered e -> owner = null;
            case ComplaintEvent.CustomerSentRound e -> owner = null;
            case ComplaintEvent.ClockStarted e -> start(ClockRow.started(e));
            case ComplaintEvent.ClockWarned e -> put(e.clock(), ClockRow.State.WARNED);
            case ComplaintEvent.ClockRescheduled e ->
                    change(e.clock(), clock -> clock.rescheduled(e, at));
            case ComplaintEvent.ClockPaused e -> put(e.clock(), ClockRow.State.PAUSED);
            case ComplaintEvent.ClockResumed e -> change(e.clock(), clock -> clock.resumed(e, at));
            case ComplaintEvent.ClockBreached e -> put(e.clock(), ClockRow.State.BREACHED);
            case ComplaintEvent.ClockCancelled e -> put(e.clock(), ClockRow.State.CANCELLED);
            case ComplaintEvent.ClockMet e -> change(e.clock(), clock -> clock.met(at));
            case ComplaintEvent.ComplaintReceived e -> {}
            case ComplaintEvent.MergeRequested e -> {}
            case ComplaintEvent.MergeRefused e -> {}
            case ComplaintEvent.ComplaintAcknowledged e ->
                    merged =
                            merged == null
                                    ? null
                                    : merged.before(
                                            StatusFold.after(beforeMerge, beforeMerge, event));
            case ComplaintEvent.TypologyRecognised e -> {}
            case ComplaintEvent.TypologyCorrected e -> {}
            case ComplaintEvent.CustomerSeparated e -> customer = customer.as(e.customer());
            case ComplaintEvent.CustomerRejoined e -> customer = customer.as(e.customer());
            case ComplaintEvent.ReplySent e -> {}
            case ComplaintEvent.ComplaintClarified e -> {}
            case ComplaintEvent.HoldingResponseSent e -> {}
            case ComplaintEvent.WaitingStarted e -> {}
            case ComplaintEvent.WaitingEnded e -> {}
            case ComplaintEvent.ClockEscalated e ->
                    change(e.clock(), clock -> clock.escalated(e.percent()));
            case ComplaintEvent.PromiseMade e -> {}
            case ComplaintEvent.PromiseKept e -> {}
            case ComplaintEvent.PromiseBroken e -> {}
            case ComplaintEvent.PromiseRenewed e -> {}
            case ComplaintEvent.ApprovalRequested e -> {}
            case ComplaintEvent.ApprovalGranted e -> {}
            case ComplaintEvent.ApprovalRefused e -> {}
            case ComplaintEvent.SignOfBadServiceSeen e -> {}
            case ComplaintEvent.QualityReviewed e -> {}
            case ComplaintEvent.ReviewAppealed e -> {}
            case ComplaintEvent.AppealDecided e -> {}
            case ComplaintEvent.ComplaintAssessed e -> {}
            case ComplaintEvent.DemandDeclined e -> {}
            case ComplaintEvent.SolutionProposed e -> {}
            case ComplaintEvent.ProposalAccepted e -> {}
            case ComplaintEvent.ProposalDeclined e -> {}
            case ComplaintEvent.RemedyExecuted e -> {}
            case ComplaintEvent.ComplaintResolved e -> {}
            case ComplaintEvent.FollowUpSent e -> {}
            case ComplaintEvent.FollowUpAnswered e -> {}
            case ComplaintEvent.ComplaintReopened e -> {}
            case ComplaintEvent.ComplaintClosed e -> {}
        }
    }

    private void start(ClockRow started) {
        List<ClockRow> next = new ArrayList<>(clocks);
        next.removeIf(clock -> clock.clock().equals(started.clock()));
        next.add(started);
        clocks = next;
    }

    private void put(ClockName name, ClockRow.State state) {
        change(name, clock -> clock.in(state));
    }

    private void change(ClockName name, UnaryOperator<ClockRow> change) {
        clocks =
                clocks.stream()
                        .map(clock -> clock.clock().equals(name) ? change.apply(clock) : clock)
                        .toList();
    }

    private BoardRow row(Instant changedAt, long version) {
        return new BoardRow(
                before.id(),
                before.reference(),
                status,
                queue,
                owner,
                priority,
                clocks,
                nextDue(),
                before.channel(),
                before.language(),
                before.product(),
                before.title(),
                customer,
                before.receivedAt(),
                changedAt,
                version,
                contacts,
                merged,
                duplicates.isEmpty() ? null : duplicates,
                before.brand());
    }

    private @Nullable Instant nextDue() {
        return clocks.stream()
                .filter(clock -> clock.state().isTicking())
                .map(ClockRow::dueAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static FreeText title(ContactContent contact) {
        FreeText subject = contact.subject();
        if (subject != null && !subject.isBlank()) {
            return subject;
        }
        String text = contact.text().value().strip();
        int end =
                text.codePointCount(0, text.length()) <= LONGEST_TITLE
                        ? text.length()
                        : text.offsetByCodePoints(0, LONGEST_TITLE);
        return new FreeText(text.substring(0, end));
    }
}
