package amends.workflow.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.contact.CustomerTier;
import amends.contracts.priority.EvidenceTerm;
import amends.contracts.priority.FactorName;
import amends.contracts.priority.PriorityFactor;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;
import amends.workflow.words.Said;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Factors by themselves, and the dictionary of a policy that was read just now.
class FactorsTest {

    private static final FactorName DANGER = new FactorName("danger-to-people");
    private static final FactorName LAW = new FactorName("legal-threat");
    private static final FactorName WAITING = new FactorName("waiting-time");

    private static PriorityFactor factor(FactorName name, int points, String... terms) {
        return new PriorityFactor(
                name, points, Arrays.stream(terms).map(EvidenceTerm::new).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The battery caught fire | true",
                "It was on fire. Nobody came | true",
                "There was no fire | false",
                "Nobody was hurt or injured | false",
                "Nobody was really hurt | true",
                "The firewall blocks it | false",
                "The1fire2 | false",
                "けがをした | true",
                "けがはない | false",
                "没有受伤 | false",
                "起火了 | true"
            })
    void wordsCountUnlessTheyAreNegatedOrPartOfOthers(String text, boolean found) {
        PriorityPolicy policy = Policies.parse(ShippedPolicies.load()).priority();
        Standing standing = new Standing(new CustomerTier("standard"), 1, 0, Duration.ZERO);
        assertThat(policy.assess(News.of(Said.of(text)), standing, List.of()).factors())
                .extracting(PriorityFactor::factor)
                .as(text)
                .matches(factors -> factors.contains(DANGER) == found);
    }

    @Test
    void stepsOfCountsRise() {
        CountSteps steps =
                new CountSteps(List.of(new CountSteps.Step(2, 10), new CountSteps.Step(3, 20)));
        assertThat(steps.weigh(DANGER, 1, "contacts")).isEmpty();
        assertThat(steps.weigh(DANGER, 2, "contacts")).contains(factor(DANGER, 10, "2 contacts"));
        assertThat(steps.weigh(DANGER, 9, "contacts")).contains(factor(DANGER, 20, "9 contacts"));
        for (int second : new int[] {1, 2}) {
            assertThatThrownBy(
                            () ->
                                    new CountSteps(
                                            List.of(
                                                    new CountSteps.Step(2, 10),
                                                    new CountSteps.Step(second, 20))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("rising");
        }
    }

    @Test
    void stepsOfWaitingRiseInTimeAndPoints() {
        assertThat(waiting("PT1H", 5, "PT2H", 10).steps()).hasSize(2);
        assertThatThrownBy(() -> waiting("PT0S", 5, "PT2H", 10)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> waiting("PT1H", 0, "PT2H", 10)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> waiting("PT1H", 5, "PT1H", 10)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> waiting("PT1H", 5, "PT2H", 5)).hasMessageContaining("must rise");
    }

    @Test
    void theNextStepOfWaitingGoesByTheFactorOfThatName() {
        WaitingFactor waiting = waiting("PT1H", 5, "PT2H", 10);
        assertThat(waiting.next(List.of())).contains(Duration.ofHours(1));
        assertThat(waiting.next(List.of(factor(DANGER, 100, "fire"), factor(WAITING, 5, "PT1H"))))
                .contains(Duration.ofHours(2));
        assertThat(waiting.next(List.of(factor(WAITING, 10, "PT2H")))).isEmpty();
    }

    private static WaitingFactor waiting(
            String first, int firstPoints, String second, int secondPoints) {
        return new WaitingFactor(
                WAITING,
                List.of(
                        new WaitingFactor.Step(Duration.parse(first), firstPoints),
                        new WaitingFactor.Step(Duration.parse(second), secondPoints)));
    }

    @Test
    void joinedEvidenceNamesEachFactorAndTermOnce() {
        List<PriorityFactor> one = List.of(factor(DANGER, 50, "fire", "smoke"));
        List<PriorityFactor> two =
                List.of(factor(LAW, 20, "lawyer"), factor(DANGER, 60, "fire", "burn"));
        assertThat(Evidence.joined(one, two))
                .containsExactly(
                        factor(DANGER, 60, "fire", "smoke", "burn"), factor(LAW, 20, "lawyer"));
        assertThat(Evidence.joined(one, List.of())).isEqualTo(one);
    }

    @Test
    void whatIsTakenAwayLeavesWhatElseSpeaksForAFactor() {
        List<PriorityFactor> all =
                List.of(factor(DANGER, 60, "fire", "smoke"), factor(LAW, 20, "lawyer"));
        assertThat(Evidence.without(all, List.of(factor(DANGER, 50, "fire"))))
                .containsExactly(factor(DANGER, 60, "smoke"), factor(LAW, 20, "lawyer"));
        assertThat(Evidence.without(all, List.of(factor(LAW, 20, "lawyer"))))
                .containsExactly(factor(DANGER, 60, "fire", "smoke"));
        assertThat(Evidence.without(all, List.of())).isEqualTo(all);
    }
}
