package amends.analytics.facts;

import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
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

    ComplaintFacts at(long version) {
        return new ComplaintFacts(
                version,
                origin,
                place,
                milestones,
                standing,
                closed,
                reopenings,
                clocks,
                answers,
                mergedInto);
    }

    ComplaintFacts in(Place place) {
        return new ComplaintFacts(
                version,
                origin,
                place,
                milestones,
                standing,
                closed,
                reopenings,
                clocks,
                answers,
                mergedInto);
    }

    ComplaintFacts with(Milestones milestones) {
        return new ComplaintFacts(
                version,
                origin,
                place,
                milestones,
                standing,
                closed,
                reopenings,
                clocks,
                answers,
                mergedInto);
    }

    ComplaintFacts now(Standing standing) {
        return new ComplaintFacts(
                version,
                origin,
                place,
                milestones,
                standing,
                closed,
                reopenings,
                clocks,
                answers,
                mergedInto);
    }

    ComplaintFacts closedBecause(ClosingReason reason) {
        return new ComplaintFacts(
                version,
                origin,
                place,
                milestones,
                Standing.CLOSED,
                reason,
                reopenings,
                clocks,
                answers,
                mergedInto);
    }

    ComplaintFacts reopened() {
        return new ComplaintFacts(
                version,
                origin,
                place,
                milestones,
                Standing.OPEN,
                null,
                reopenings + 1,
                clocks,
                answers,
                mergedInto);
    }

    ComplaintFacts with(String clock, ClockFact fact) {
        SortedMap<String, ClockFact> more = new TreeMap<>(clocks);
        more.put(clock, fact);
        return new ComplaintFacts(
                version,
                origin,
                place,
                milestones,
                standing,
                closed,
                reopenings,
                more,
                answers,
                mergedInto);
    }

    ComplaintFacts with(Answer answer) {
        List<Answer> more = new ArrayList<>(answers);
        more.add(answer);
        return new ComplaintFacts(
                version,
                origin,
                place,
                milestones,
                standing,
                closed,
                reopenings,
                clocks,
                more,
                mergedInto);
    }

    ComplaintFacts mergedInto(@Nullable ComplaintId survivor) {
        return new ComplaintFacts(
                version,
                origin,
                place,
                milestones,
                standing,
                closed,
                reopenings,
                clocks,
                answers,
                survivor);
    }

    /// Whether another complaint counts for it.
    public boolean isMerged() {
        return mergedInto != null;
    }
}
