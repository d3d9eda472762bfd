package amends.analytics.stream;

import amends.analytics.facts.KnownComplaint;
import amends.analytics.recurrence.HeardConcern;
import amends.analytics.tally.Tally;
import amends.contracts.complaint.ComplaintId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What reading the log finds out, on its way to where it is put together with the findings of
/// other complaints.
sealed interface Finding {

    /// The whole tally of one figure over the complaints of one part of the log. It replaces the
    /// part's former one, so that receiving it twice changes nothing.
    record PartialTally(int part, Tally tally) implements Finding {}

    /// All that is known about one complaint. It stays where it is found.
    record FactsKnown(KnownComplaint known) implements Finding {}

    /// A customer told what hurts.
    record ConcernHeard(HeardConcern concern) implements Finding {}

    /// A customer opened a complaint.
    ///
    /// @param change absent: the complaint is new. One less when it was merged into another, one
    ///   more when that was undone
    record CustomerComplained(ComplaintId complaint, Instant at, @Nullable Integer change)
            implements Finding {}
}
