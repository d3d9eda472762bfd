package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.name.Crockford;
import amends.contracts.routing.DispatchEvent.ComplaintWaits;
import amends.contracts.routing.Skill;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.SortedSet;

/// A part of the line whose complaints need the same skills, so that only its first one must be
/// looked at.
///
/// @param avoided the agent who handed them back: somebody else gets them if there is anybody else
record Lane(SortedSet<Skill> skills, @Nullable AgentId avoided) {

    private static final String LATEST = "~";
    private static final int NAME_LENGTH = 10;

    /// Stands for the lane in keys.
    String name() {
        return Crockford.hash(
                NAME_LENGTH, skills.toString(), avoided == null ? "" : avoided.value());
    }

    /// Orders a lane, the longest-deserving first: highest score, then earliest due, then longest
    /// waiting.
    static String rank(ComplaintWaits waits) {
        return "%010d%s%s%s"
                .formatted(
                        (long) Integer.MAX_VALUE - waits.score(),
                        instant(waits.due()),
                        instant(waits.since()),
                        waits.complaint());
    }

    static ComplaintId complaint(String rank) {
        return new ComplaintId(rank.substring(rank.length() - 12));
    }

    private static String instant(@Nullable Instant instant) {
        return instant == null ? LATEST : "%014d".formatted(Math.max(0, instant.toEpochMilli()));
    }
}
