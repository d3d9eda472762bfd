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
            List<EvidenceTerm> evidence =
                    Stream.concat(seen.earlier(sign.sign()).stream(), sign.evidence(seen).stream())
                            .distinct()
                            .limit(MOST_EVIDENCE)
                            .toList();
            if (!evidence.isEmpty()) {
                all.add(new TypologySign(sign.sign(), sign.weight(evidence), evidence));
            }
        }
        return all;
    }
}
