package amends.workflow.priority;

import amends.contracts.priority.EvidenceTerm;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityFactor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The longer a complaint is open, the more urgent it becomes, so that nobody starves behind the
/// privileged.
record WaitingFactor(FactorName factor, List<Step> steps) implements Factor {

    /// @param after elapsed time since the complaint came or was reopened
    record Step(Duration after, int points) {}

    WaitingFactor {
        steps = List.copyOf(steps);
        for (int i = 0; i < steps.size(); i++) {
            Step before = i == 0 ? new Step(Duration.ZERO, 0) : steps.get(i - 1);
            if (steps.get(i).after().compareTo(before.after()) <= 0
                    || steps.get(i).points() <= before.points()) {
                throw new IllegalArgumentException(
                        "factor "
                                + factor
                                + ": both `after` and `points` must rise from step to step");
            }
        }
    }

    @Override
    public Optional<PriorityFactor> weigh(Situation situation) {
        return steps.reversed().stream()
                .filter(step -> situation.waited().compareTo(step.after()) >= 0)
                .findFirst()
                .map(
                        step ->
                                new PriorityFactor(
                                        factor,
                                        step.points(),
                                        List.of(new EvidenceTerm(step.after().toString()))));
    }

    /// The first step that brings more points than the complaint has for waiting.
    Optional<Duration> next(List<PriorityFactor> earlier) {
        int points =
                earlier.stream()
                        .filter(found -> found.factor().equals(factor))
                        .mapToInt(PriorityFactor::points)
                        .findFirst()
                        .orElse(0);
        return steps.stream().filter(step -> step.points() > points).map(Step::after).findFirst();
    }
}
