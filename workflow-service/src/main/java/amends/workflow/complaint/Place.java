package amends.workflow.complaint;

import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.Skill;

import java.util.SortedSet;

/// Where a complaint waits, and for whom.
public record Place(QueueName queue, PoolName pool, SortedSet<Skill> skills) {}
