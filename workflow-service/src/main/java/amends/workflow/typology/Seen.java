package amends.workflow.typology;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.SignName;
import amends.contracts.typology.TypologySign;

import java.util.List;
import java.util.Map;

/// All that a sign is made from.
///
/// @param found the dictionary words in what was just said
/// @param earlier the signs of the same type that were seen before
record Seen(Observation now, Map<SignName, List<EvidenceTerm>> found, List<TypologySign> earlier) {

    List<EvidenceTerm> earlier(SignName sign) {
        for (TypologySign each : earlier) {
            if (each.sign().equals(sign)) {
                return each.evidence();
            }
        }
        return List.of();
    }
}
