package amends.workflow.routing;

import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.RoutingRuleName;
import amends.contracts.routing.Skill;

import java.util.SortedSet;

/// Where a complaint is to wait, for agents with which skills, and by which rule.
public record Route(
        QueueName queue, PoolName pool, SortedSet<Skill> skills, RoutingRuleName rule) {}
