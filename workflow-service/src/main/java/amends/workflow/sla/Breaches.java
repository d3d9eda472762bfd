package amends.workflow.sla;

import amends.contracts.complaint.ComplaintReference;

import java.util.List;
import java.util.stream.Stream;

/// A number of breaches.
///
/// @param breaches runs of clocks that passed their target
/// @param complaints that have at least one of them
/// @param examples the first few of these complaints
public record Breaches(int breaches, int complaints, List<ComplaintReference> examples) {

    static final Breaches NONE = new Breaches(0, 0, List.of());
    static final int MOST_EXAMPLES = 5;

    public Breaches {
        examples = List.copyOf(examples);
    }

    Breaches and(ComplaintReference complaint, int more) {
        if (more == 0) {
            return this;
        }
        List<ComplaintReference> some =
                Stream.concat(examples.stream(), Stream.of(complaint))
                        .limit(MOST_EXAMPLES)
                        .toList();
        return new Breaches(breaches + more, complaints + 1, some);
    }
}
