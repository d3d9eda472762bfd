package amends.workflow.typology;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.SignName;

import java.util.List;

/// He came back about the same matter.
///
/// @param from how many contacts make it a sign
record ContactsSign(SignName sign, int points, int from) implements Sign {

    @Override
    public List<EvidenceTerm> evidence(Seen seen) {
        return seen.now().contacts() >= from
                ? List.of(new EvidenceTerm(from + " contacts"))
                : List.of();
    }
}
