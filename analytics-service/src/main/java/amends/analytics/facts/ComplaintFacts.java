package amends.analytics.facts;

import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What analytics knows about one complaint.
///
/// @param version of the last event that is folded in
/// @param standing how far it is
/// @param closed why it was closed, while it is
/// @param clocks by name
/// @param answers to follow-ups, oldest first
/// @param mergedInto the complaint that stands for it, while it does
public record ComplaintFacts(
        long version,
        Origin origin,
        Place place,
        Milestones milestones,
        Standing standing,
        @Nullable ClosingReason closed,
        int reopenings,
        SortedMap<String, ClockFact> clocks,
        List<Answer> answers,
        @Nullable ComplaintId mergedInto) {

    /// How far a complaint is, as seen by its customer.
    public enum Standing {
        OPEN,
        /// A solution was proposed, and the customer has not answered yet.
        PROPOSED,
        RESOLVED,
        CLOSED
    }

    static ComplaintFacts of(long version, Origin origin) {
        return new ComplaintFacts(
                version,
                origin,
                Place.UNKNOWN,
                Milestones.NONE,
                Standing.OPEN,
                null,
                0,
                new TreeMap<>(),
                List.of(),
                null);
    }

    /// Whether another complaint counts for it.
    public boolean isMerged() {
        return mergedInto != null;
    }
}
