package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.routing.Skill;

import java.util.Collection;
import java.util.Set;

/// An agent of a pool.
///
/// @param capacity how many complaints of this pool he can be responsible for at a time
public record Agent(AgentId id, Set<Skill> skills, int capacity) {

    public Agent {
        skills = Set.copyOf(skills);
        if (capacity < 0) {
            throw new IllegalArgumentException("agent " + id + ": capacity is 0 or more");
        }
    }

    boolean can(Collection<Skill> needed) {
        return skills.containsAll(needed);
    }
}
