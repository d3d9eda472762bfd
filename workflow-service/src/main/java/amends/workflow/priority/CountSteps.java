package amends.workflow.priority;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityFactor;

import java.util.List;
import java.util.Optional;

/// Points by a number: the last step that it reaches counts.
record CountSteps(List<Step> steps) {

    record Step(int from, int points) {}

    CountSteps {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from() <= steps.get(i - 1).from()) {
                throw new IllegalArgumentException("steps: order them by rising `from`");
            }
        }
    }

    /// @param unit what is counted, as it reads behind the number in the evidence
    Optional<PriorityFactor> weigh(FactorName factor, int count, String unit) {
        return steps.reversed().stream()
                .filter(step -> count >= step.from())
                .findFirst()
                .map(step -> new PriorityFactor(factor, step.points(), evidence(count, unit)));
    }

    private static List<EvidenceTerm> evidence(int count, String unit) {
        return List.of(new EvidenceTerm(count + " " + unit));
    }
}
