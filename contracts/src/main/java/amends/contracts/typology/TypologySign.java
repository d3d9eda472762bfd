package amends.contracts.typology;

import amends.contracts.priority.EvidenceTerm;

import java.util.List;

/// One sign that was seen: what it weighs, and the words or facts that show it.
public record TypologySign(SignName sign, int points, List<EvidenceTerm> evidence) {

    public TypologySign {
        evidence = List.copyOf(evidence);
    }
}
