package amends.workflow.typology;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.SignName;

import java.util.List;

/// He had other complaints before, as analytics counted them.
///
/// @param from how many complaints make it a sign
record ComplainsAgainSign(SignName sign, int points, int from) implements Sign {

    @Override
    public List<EvidenceTerm> evidence(Seen seen) {
        return seen.now().complaints() >= from
                ? List.of(new EvidenceTerm(from + " complaints"))
                : List.of();
    }
}
