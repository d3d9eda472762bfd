package amends.workflow.sla;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ComplaintMerged;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ComplaintUnmerged;
import amends.contracts.complaint.ComplaintEvent.ContactAppended;
import amends.contracts.complaint.ComplaintEvent.PriorityAssessed;
import amends.contracts.complaint.ComplaintEvent.PromiseBroken;
import amends.contracts.complaint.ComplaintEvent.PromiseKept;
import amends.contracts.complaint.ComplaintEvent.PromiseMade;
import amends.contracts.complaint.ComplaintEvent.PromiseRenewed;
import amends.contracts.complaint.ComplaintEvent.WaitingEnded;
import amends.contracts.complaint.ComplaintEvent.WaitingStarted;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.OtherWords;
import amends.contracts.priority.PriorityLevel;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What a clock must know of its complaint while the story is told: level, tier, open promises,
/// whom it waits for.
final class Traits {

    private final Map<PromiseId, Instant> promises = new HashMap<>();
    private @Nullable PriorityLevel level;
    private @Nullable CustomerTier tier;
    private @Nullable Waiting waiting;
    private @Nullable Instant mergedAt;

    /// Whether the event raised the priority of a complaint that had one.
    boolean take(RecordedEvent recorded) {
        PriorityLevel before = level;
        ComplaintEvent event = recorded.event();
        if (event instanceof ComplaintReceived received) {
            tier = received.customer().tier();
        } else if (event instanceof ContactAppended appended
                && appended.customer().identifiedBy() == IdentifiedBy.ACCOUNT
                && !OtherWords.areBySomebodyElse(appended.otherWords())) {
            tier = appended.customer().tier();
        } else if (event instanceof PriorityAssessed assessed) {
            level = assessed.priority().level();
        } else if (event instanceof PromiseMade made) {
            promises.put(made.promise(), made.due());
        } else if (event instanceof PromiseRenewed renewed) {
            promises.put(renewed.promise(), renewed.due());
        } else if (event instanceof PromiseKept kept) {
            promises.remove(kept.promise());
        } else if (event instanceof PromiseBroken broken) {
            promises.remove(broken.promise());
        } else if (event instanceof WaitingStarted started) {
            waiting = new Waiting(started.waitingFor(), recorded.actor().kind());
        } else if (event instanceof WaitingEnded) {
            waiting = null;
        } else if (event instanceof ComplaintMerged) {
            mergedAt = recorded.at();
        } else if (event instanceof ComplaintUnmerged) {
            mergedAt = null;
        }
        return before != null && level != null && level.compareTo(before) < 0;
    }

    Reckoning.Urgency urgency() {
        return new Reckoning.Urgency(
                level == null ? PriorityLevel.NORMAL : level, Objects.requireNonNull(tier));
    }

    @Nullable Waiting waiting() {
        return waiting;
    }

    /// Since when another complaint stands for it.
    @Nullable Instant mergedAt() {
        return mergedAt;
    }

    @Nullable Instant firstPromise() {
        return promises.values().stream().min(Instant::compareTo).orElse(null);
    }

    boolean isAboutPromises(ComplaintEvent event) {
        return event instanceof PromiseMade
                || event instanceof PromiseRenewed
                || event instanceof PromiseKept
                || event instanceof PromiseBroken;
    }

    /// What a contact starts counts from when it reached the company.
    Instant beginning(RecordedEvent recorded, SlaPolicy policy) {
        return policy.beginning(receivedAt(recorded), recorded.at());
    }

    private static Instant receivedAt(RecordedEvent recorded) {
        if (recorded.event() instanceof ComplaintReceived received) {
            return received.contact().receivedAt();
        }
        return recorded.event() instanceof ContactAppended appended
                ? appended.contact().receivedAt()
                : recorded.at();
    }
}
