package amends.contracts.priority;

import amends.contracts.policy.PolicyVersion;

import java.util.List;

/// A priority with its whole explanation: `score` is the sum of the factors' points.
public record Priority(
        PriorityLevel level, int score, List<PriorityFactor> factors, PolicyVersion policy) {

    public Priority {
        factors = List.copyOf(factors);
    }
}
