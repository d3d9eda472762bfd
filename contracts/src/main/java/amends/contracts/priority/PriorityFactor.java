package amends.contracts.priority;

import java.util.List;

/// One reason for a priority: what it added to the score, and the words or facts that speak for it.
public record PriorityFactor(FactorName factor, int points, List<EvidenceTerm> evidence) {

    public PriorityFactor {
        evidence = List.copyOf(evidence);
    }
}
