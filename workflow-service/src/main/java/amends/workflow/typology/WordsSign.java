package amends.workflow.typology;

import amends.contracts.contact.LanguageTag;
import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.SignName;

import java.util.List;
import java.util.Map;

/// How he speaks, recognised by the words of a dictionary: each different one weighs its points, as
/// far as [#MOST_WORDS] of them.
record WordsSign(SignName sign, int points, Map<LanguageTag, List<String>> words) implements Sign {

    private static final int MOST_WORDS = 3;

    List<String> all() {
        return words.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<EvidenceTerm> evidence(Seen seen) {
        return seen.found().getOrDefault(sign, List.of());
    }

    @Override
    public int weight(List<EvidenceTerm> evidence) {
        return points * Math.min(evidence.size(), MOST_WORDS);
    }
}
