package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.policy.PolicyName;

import java.util.Map;
import java.util.Optional;

/// An agent of a pool.
///
/// @param capacity how many complaints of this pool he can be responsible for at a time
/// @param capacities how many of them of single kinds of channel
/// @param shift the calendar of his working hours; absent: at any hour
/// @param takes whether complaints are given to him or he asks for them; absent: given
public record Agent(
        AgentId id,
        Optional<SkillLevels> skills,
        int capacity,
        Map<ChannelKind, Integer> capacities,
        Optional<PolicyName> shift,
        Optional<Takes> takes) {

    /// How an agent comes to complaints.
    public enum Takes {
        /// They are given to him as soon as he has room.
        PUSH,
        /// He asks for the next one.
        PULL
    }

    public Agent {
        capacities = Map.copyOf(capacities);
        if (capacity < 0 || capacities.values().stream().anyMatch(room -> room < 0)) {
            throw new IllegalArgumentException("agent " + id + ": capacity is 0 or more");
        }
    }

    /// What he masters, and how well.
    public SkillLevels mastered() {
        return skills.orElse(SkillLevels.NONE);
    }

    boolean can(Lane lane) {
        return mastered().meet(lane.skills(), lane.levels());
    }

    /// Whether complaints are given to him without being asked for.
    public boolean isPushed() {
        return takes.orElse(Takes.PUSH) == Takes.PUSH;
    }

    int capacity(ChannelKind kind) {
        return Math.min(capacity, capacities.getOrDefault(kind, capacity));
    }
}
