package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.name.Crockford;
import amends.contracts.routing.DispatchEvent.ComplaintWaits;
import amends.contracts.routing.Skill;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;

/// A part of the line whose complaints may go to the same agents, so that only its first one must
/// be looked at.
///
/// @param avoided the agent who handed them back: somebody else gets them if there is anybody else
/// @param levels the lowest level of those skills that must be mastered better than at all
/// @param kind how much attention they take
/// @param preferred who had them, or knows the customer: while he is there they are kept for him
record Lane(
        SortedSet<Skill> skills,
        @Nullable AgentId avoided,
        SortedMap<Skill, Integer> levels,
        ChannelKind kind,
        @Nullable AgentId preferred) {

    private static final String LATEST = "~";
    private static final int NAME_LENGTH = 10;

    /// Keeps what is added to it positive, and behind the ranks of earlier versions.
    private static final long MIDDLE = 3_000_000_000_000_000L;

    /// Earlier versions stored neither levels nor kind.
    Lane(
            SortedSet<Skill> skills,
            @Nullable AgentId avoided,
            @Nullable SortedMap<Skill, Integer> levels,
            @Nullable ChannelKind kind,
            @Nullable AgentId preferred) {
        this.skills = skills;
        this.avoided = avoided;
        this.levels = levels == null ? Collections.emptySortedMap() : levels;
        this.kind = kind == null ? ChannelKind.WRITTEN : kind;
        this.preferred = preferred;
    }

    /// The same, for one agent first of all.
    Lane keptFor(AgentId agent) {
        return new Lane(skills, avoided, levels, kind, agent);
    }

    /// The same for everybody who can.
    Lane forAll() {
        return new Lane(skills, avoided, levels, kind, null);
    }

    /// Stands for the lane in keys; plain lanes are called as earlier versions called them.
    String name() {
        boolean plain = levels.isEmpty() && kind.equals(ChannelKind.WRITTEN) && preferred == null;
        return plain
                ? Crockford.hash(NAME_LENGTH, skills.toString(), value(avoided))
                : Crockford.hash(
                        NAME_LENGTH,
                        skills.toString(),
                        value(avoided),
                        levels.toString(),
                        kind.value(),
                        value(preferred));
    }

    private static String value(@Nullable AgentId agent) {
        return agent == null ? "" : agent.value();
    }

    /// Orders a lane, the longest-deserving first: highest score, raised by waiting, then earliest
    /// due, then longest waiting. Everybody is raised at the same pace, so the order never changes
    /// by waiting alone and nobody is passed for ever.
    static String rank(ComplaintWaits waits, Fairness fairness) {
        return "%016d%s%s%s"
                .formatted(
                        MIDDLE + fairness.place(waits.score(), waits.since()),
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
