package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintEvent.ComplaintQueued;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.Skill;
import amends.workflow.routing.Route;

import org.jspecify.annotations.Nullable;

import java.util.SortedMap;
import java.util.SortedSet;

/// Where a complaint waits, and for whom.
///
/// @param levels the lowest level of those skills that must be mastered better than at all
public record Place(
        QueueName queue,
        PoolName pool,
        SortedSet<Skill> skills,
        @Nullable SortedMap<Skill, Integer> levels) {

    static Place of(Route route) {
        return new Place(route.queue(), route.pool(), route.skills(), levels(route));
    }

    static Place of(ComplaintQueued event) {
        return new Place(event.queue(), event.pool(), event.skills(), event.levels());
    }

    /// @param other absent: it stays in its pool
    Place in(@Nullable PoolName other) {
        return other == null ? this : new Place(queue, other, skills, levels);
    }

    /// Absent when every skill may be of any level.
    static @Nullable SortedMap<Skill, Integer> levels(Route route) {
        return route.levels().isEmpty() ? null : route.levels();
    }
}
