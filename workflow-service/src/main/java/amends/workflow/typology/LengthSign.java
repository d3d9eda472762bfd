package amends.workflow.typology;

import amends.contracts.contact.LanguageTag;
import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.SignName;

import java.util.List;
import java.util.Map;

/// Much talk.
///
/// @param from how many characters are much, by language; in others nothing is
record LengthSign(SignName sign, int points, Map<LanguageTag, Integer> from) implements Sign {

    @Override
    public List<EvidenceTerm> evidence(Seen seen) {
        int length = seen.now().words().words().length();
        return length >= from.getOrDefault(seen.now().language(), Integer.MAX_VALUE)
                ? List.of(new EvidenceTerm(length + " characters"))
                : List.of();
    }
}
