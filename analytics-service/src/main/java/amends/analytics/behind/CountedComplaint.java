package amends.analytics.behind;

import amends.analytics.facts.ComplaintFacts;
import amends.analytics.facts.ComplaintFacts.Standing;
import amends.analytics.facts.KnownComplaint;
import amends.contracts.access.Reach;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.ProductName;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// A complaint behind a figure, with enough to choose which one to open. Of one that is not known
/// yet there is only its id.
///
/// @param firstReplySeconds how long its customer waited for a person's first reply
/// @param resolutionSeconds and for the first resolution
/// @param satisfaction of the last answer to a follow-up, 1 to 5
public record CountedComplaint(
        ComplaintId complaintId,
        ComplaintReference reference,
        @Nullable BrandName brand,
        @Nullable Instant receivedAt,
        @Nullable ChannelName channel,
        @Nullable ProductName product,
        @Nullable QueueName queue,
        @Nullable PriorityLevel priority,
        @Nullable Standing standing,
        @Nullable Double firstReplySeconds,
        @Nullable Double resolutionSeconds,
        @Nullable Integer satisfaction) {

    private static final double MILLIS_PER_SECOND = 1000;

    static CountedComplaint of(ComplaintId id) {
        return new CountedComplaint(
                id, id.reference(), null, null, null, null, null, null, null, null, null, null);
    }

    static CountedComplaint of(KnownComplaint known, Duration historyAfter) {
        ComplaintFacts facts = known.facts();
        Instant since = facts.origin().waitingSince(historyAfter);
        return new CountedComplaint(
                known.complaint(),
                known.complaint().reference(),
                facts.origin().brand(),
                facts.origin().receivedAt(),
                facts.origin().channel(),
                facts.origin().product(),
                facts.place().queue(),
                facts.place().priority(),
                facts.standing(),
                seconds(since, facts.milestones().firstReply()),
                seconds(since, facts.milestones().firstResolved()),
                facts.answers().isEmpty() ? null : facts.answers().getLast().satisfaction());
    }

    boolean isWithin(Reach reach) {
        boolean ofBrand = reach.brands().isEmpty() || (brand != null && reach.covers(brand));
        boolean inQueue = reach.queues().isEmpty() || (queue != null && reach.covers(queue));
        return ofBrand && inQueue;
    }

    private static @Nullable Double seconds(Instant since, @Nullable Instant until) {
        return until == null
                ? null
                : Math.max(0, Duration.between(since, until).toMillis() / MILLIS_PER_SECOND);
    }
}
