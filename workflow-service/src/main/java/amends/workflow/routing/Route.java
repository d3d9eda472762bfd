package amends.workflow.routing;

import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.RoutingRuleName;
import amends.contracts.routing.Skill;

import java.util.SortedMap;
import java.util.SortedSet;

/// Where a complaint is to wait, for agents with which skills, and by which rule.
///
/// @param levels the lowest level of those skills that must be mastered better than at all
public record Route(
        QueueName queue,
        PoolName pool,
        SortedSet<Skill> skills,
        SortedMap<Skill, Integer> levels,
        RoutingRuleName rule) {}
