package amends.workflow.priority;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.priority.PriorityFactor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What speaks for a priority, put together from two complaints and taken apart again.
public final class Evidence {

    private Evidence() {}

    /// Each factor once, with what speaks for it in either.
    public static List<PriorityFactor> joined(List<PriorityFactor> one, List<PriorityFactor> two) {
        List<PriorityFactor> joined = new ArrayList<>();
        for (PriorityFactor factor : one) {
            joined.add(named(factor, two).map(other -> joined(factor, other)).orElse(factor));
        }
        two.stream().filter(factor -> named(factor, one).isEmpty()).forEach(joined::add);
        return joined;
    }

    /// The factors for which something speaks besides what `taken` names.
    public static List<PriorityFactor> without(
            List<PriorityFactor> factors, List<PriorityFactor> taken) {
        return factors.stream()
                .flatMap(
                        factor ->
                                named(factor, taken)
                                        .map(other -> without(factor, other))
                                        .orElse(Optional.of(factor))
                                        .stream())
                .toList();
    }

    private static Optional<PriorityFactor> named(
            PriorityFactor factor, List<PriorityFactor> others) {
        return others.stream().filter(other -> other.factor().equals(factor.factor())).findFirst();
    }

    private static PriorityFactor joined(PriorityFactor one, PriorityFactor two) {
        Set<EvidenceTerm> terms = new LinkedHashSet<>(one.evidence());
        terms.addAll(two.evidence());
        return new PriorityFactor(
                one.factor(), Math.max(one.points(), two.points()), List.copyOf(terms));
    }

    private static Optional<PriorityFactor> without(PriorityFactor one, PriorityFactor other) {
        List<EvidenceTerm> rest =
                one.evidence().stream().filter(term -> !other.evidence().contains(term)).toList();
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new PriorityFactor(one.factor(), one.points(), rest));
    }
}
