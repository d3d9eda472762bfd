package amends.workflow.quality;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ApprovalRequested;
import amends.contracts.complaint.ComplaintEvent.ComplaintAssessed;
import amends.contracts.complaint.ComplaintEvent.ComplaintAssigned;
import amends.contracts.complaint.ComplaintEvent.ComplaintClarified;
import amends.contracts.complaint.ComplaintEvent.ComplaintHandedOver;
import amends.contracts.complaint.ComplaintEvent.ComplaintReopened;
import amends.contracts.complaint.ComplaintEvent.ComplaintResolved;
import amends.contracts.complaint.ComplaintEvent.DemandDeclined;
import amends.contracts.complaint.ComplaintEvent.FollowUpAnswered;
import amends.contracts.complaint.ComplaintEvent.HoldingResponseSent;
import amends.contracts.complaint.ComplaintEvent.PromiseBroken;
import amends.contracts.complaint.ComplaintEvent.PromiseKept;
import amends.contracts.complaint.ComplaintEvent.PromiseMade;
import amends.contracts.complaint.ComplaintEvent.PromiseRenewed;
import amends.contracts.complaint.ComplaintEvent.ProposalDeclined;
import amends.contracts.complaint.ComplaintEvent.RemedyExecuted;
import amends.contracts.complaint.ComplaintEvent.ReplySent;
import amends.contracts.complaint.ComplaintEvent.SignOfBadServiceSeen;
import amends.contracts.complaint.ComplaintEvent.SolutionProposed;
import amends.contracts.complaint.PromiseId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.quality.ServiceSign;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How the customer was treated so far, as far as signs of bad service need it.
///
/// @param lastWordAt when a person last spoke to him
/// @param helped whether the present owner has done anything for him
/// @param handovers since it came or was last resolved
/// @param reworks reopenings and declined proposals since a solution was last confirmed
/// @param silent promises that are open and since which nobody spoke to him; at most the latest
///   [#MOST_SILENT]
/// @param seen signs of bad service since a person last spoke to him
public record Treatment(
        @Nullable Instant lastWordAt,
        boolean helped,
        int handovers,
        int reworks,
        List<PromiseId> silent,
        Set<ServiceSign> seen) {

    public static final Treatment NONE = new Treatment(null, false, 0, 0, List.of(), Set.of());
    static final int MOST_SILENT = 50;

    public Treatment {
        silent = List.copyOf(silent);
        seen = Set.copyOf(seen);
    }

    public Treatment after(RecordedEvent recorded) {
        ComplaintEvent event = recorded.event();
        boolean personal = recorded.actor().isAgent();
        boolean word = personal && isWord(event);
        return new Treatment(
                word ? recorded.at() : lastWordAt,
                helpedAfter(event, word || (personal && isHelp(event))),
                handoversAfter(event),
                reworksAfter(event),
                silentAfter(event, word),
                seenAfter(event, word));
    }

    /// Words that reach the customer.
    private static boolean isWord(ComplaintEvent event) {
        return event instanceof ReplySent
                || event instanceof HoldingResponseSent
                || event instanceof PromiseMade
                || event instanceof PromiseRenewed
                || event instanceof SolutionProposed
                || event instanceof DemandDeclined
                || event instanceof ComplaintResolved;
    }

    private static boolean isHelp(ComplaintEvent event) {
        return event instanceof ComplaintClarified
                || event instanceof ComplaintAssessed
                || event instanceof ApprovalRequested
                || event instanceof PromiseKept
                || event instanceof RemedyExecuted;
    }

    private boolean helpedAfter(ComplaintEvent event, boolean help) {
        boolean newOwner =
                event instanceof ComplaintAssigned || event instanceof ComplaintHandedOver;
        return !newOwner && (helped || help);
    }

    private int handoversAfter(ComplaintEvent event) {
        if (event instanceof ComplaintResolved) {
            return 0;
        }
        return handovers + (event instanceof ComplaintHandedOver ? 1 : 0);
    }

    private int reworksAfter(ComplaintEvent event) {
        if (event instanceof FollowUpAnswered answered && answered.answer().solved()) {
            return 0;
        }
        return reworks + (isRework(event) ? 1 : 0);
    }

    static boolean isRework(ComplaintEvent event) {
        return event instanceof ProposalDeclined
                || (event instanceof ComplaintReopened reopened
                        && reopened.reason() != ReopeningReason.AGENT_DECISION);
    }

    private List<PromiseId> silentAfter(ComplaintEvent event, boolean word) {
        List<PromiseId> left = word ? new ArrayList<>() : new ArrayList<>(silent);
        if (event instanceof PromiseMade made) {
            left.add(made.promise());
        } else if (event instanceof PromiseRenewed renewed) {
            left.remove(renewed.promise());
            left.add(renewed.promise());
        } else if (event instanceof PromiseKept kept) {
            left.remove(kept.promise());
        } else if (event instanceof PromiseBroken broken) {
            left.remove(broken.promise());
        }
        return left.subList(Math.max(0, left.size() - MOST_SILENT), left.size());
    }

    private Set<ServiceSign> seenAfter(ComplaintEvent event, boolean word) {
        if (word) {
            return Set.of();
        }
        if (event instanceof SignOfBadServiceSeen sign) {
            Set<ServiceSign> more = EnumSet.of(sign.sign());
            more.addAll(seen);
            return more;
        }
        return seen;
    }
}
