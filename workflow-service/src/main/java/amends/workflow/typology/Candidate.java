package amends.workflow.typology;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.typology.TypologySign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A type that a customer may be of, and what speaks for it.
record Candidate<T>(T type, List<Sign> signs) {

    private static final int MOST_EVIDENCE = 8;

    Candidate {
        signs = List.copyOf(signs);
    }

    /// What was seen of it before stays seen.
    List<TypologySign> in(Seen seen) {
        List<TypologySign> all = new ArrayList<>();
        for (Sign sign : signs) {
            List<EvidenceTerm> evidence = joined(seen.earlier(sign.sign()), sign.evidence(seen));
            if (!evidence.isEmpty()) {
                all.add(new TypologySign(sign.sign(), sign.weight(evidence), evidence));
            }
        }
        return all;
    }

    private static List<EvidenceTerm> joined(List<EvidenceTerm> earlier, List<EvidenceTerm> now) {
        return earlier.isEmpty() && now.isEmpty()
                ? List.of()
                : Stream.concat(earlier.stream(), now.stream())
                        .distinct()
                        .limit(MOST_EVIDENCE)
                        .toList();
    }
}
