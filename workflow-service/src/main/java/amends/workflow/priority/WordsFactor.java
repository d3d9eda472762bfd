package amends.workflow.priority;

import amends.contracts.contact.LanguageTag;
import amends.contracts.priority.EvidenceTerm;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityFactor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Something the customer said in any of his contacts, recognised by the words of a dictionary.
record WordsFactor(FactorName factor, int points, Map<LanguageTag, List<String>> words)
        implements Factor {

    private static final int MOST_EVIDENCE = 8;

    /// In whatever language.
    List<String> all() {
        return words.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public Optional<PriorityFactor> weigh(Situation situation) {
        List<EvidenceTerm> before =
                situation.earlier(factor).map(PriorityFactor::evidence).orElse(List.of());
        List<EvidenceTerm> now = situation.found().getOrDefault(factor, List.of());
        if (before.isEmpty() && now.isEmpty()) {
            return Optional.empty();
        }
        List<EvidenceTerm> evidence =
                Stream.concat(before.stream(), now.stream())
                        .distinct()
                        .limit(MOST_EVIDENCE)
                        .toList();
        return Optional.of(new PriorityFactor(factor, points, evidence));
    }
}
