package amends.workflow.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.LanguageTag;
import amends.contracts.typology.Relation;
import amends.contracts.typology.Temper;
import amends.workflow.policy.Policies;
import amends.workflow.policy.ShippedPolicies;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The shipped playbooks, for each type in each language.
class ShippedPlaybookTest {

    private static final String REFERENCE = "0123-4567-89AB-T";
    private static final PlaybookPolicy POLICY = Policies.parse(ShippedPolicies.load()).playbook();

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en", "zh"})
    void eachTypeHasAWholePlaybook(String language) {
        Set<String> openings = new HashSet<>();
        List<Temper> tempers = new ArrayList<>(Arrays.asList(Temper.values()));
        tempers.add(null);
        for (Temper temper : tempers) {
            Playbook alone = playbook(temper, null, language, "山田");
            openings.add(alone.opening());
            assertThat(alone.steps())
                    .extracting(Playbook.Step::step)
                    .containsExactly(CommunicationStep.values());
            assertThat(alone.steps()).allSatisfy(step -> assertThat(step.text()).isNotBlank());
            assertThat(alone.questions()).hasSizeGreaterThan(1);
            assertThat(alone.templates()).isNotEmpty();
            for (Relation relation : Relation.values()) {
                Playbook both = playbook(temper, relation, language, "山田");
                assertThat(both.dos()).startsWith(alone.dos().toArray(String[]::new));
                assertThat(both.dos()).hasSizeGreaterThan(alone.dos().size());
                assertThat(both.donts()).hasSizeGreaterThan(alone.donts().size());
                assertThat(both.templates())
                        .allSatisfy(
                                template ->
                                        assertThat(template.text())
                                                .contains("山田", REFERENCE)
                                                .doesNotContain("{", "}"));
            }
        }
        assertThat(openings).as("each temper is met in its own way").hasSize(tempers.size());
    }

    @Test
    void aCustomerWithoutANameIsAddressedToo() {
        assertThat(text("ja", null)).startsWith("お客様\n").doesNotContain("様様");
        assertThat(text("en", null)).startsWith("Dear customer,");
        assertThat(text("zh", "王小明")).startsWith("尊敬的王小明：");
    }

    @Test
    void thereIsNoneInALanguageThatNobodyWrote() {
        assertThat(POLICY.playbook(null, null, new LanguageTag("fr"), null, REFERENCE)).isEmpty();
        assertThat(POLICY.languages())
                .extracting(LanguageTag::value)
                .containsExactly("ja", "en", "zh");
    }

    private static String text(String language, String name) {
        return playbook(Temper.ANGRY, null, language, name).templates().getFirst().text();
    }

    private static Playbook playbook(
            Temper temper, Relation relation, String language, String name) {
        return POLICY.playbook(temper, relation, new LanguageTag(language), name, REFERENCE)
                .orElseThrow();
    }
}
