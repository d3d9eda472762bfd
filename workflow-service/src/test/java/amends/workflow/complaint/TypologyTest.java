package amends.workflow.complaint;

import static amends.workflow.complaint.Commands.contact;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.CorrectTypology;
import amends.contracts.complaint.ComplaintEvent.TypologyCorrected;
import amends.contracts.complaint.ComplaintEvent.TypologyRecognised;
import amends.contracts.complaint.Refusal.Rule;
import amends.contracts.insight.Insight;
import amends.contracts.typology.Relation;
import amends.contracts.typology.Temper;

import org.junit.jupiter.api.Test;

/// Of what type a customer is: recognised, corrected, and then left alone.
class TypologyTest {

    private final Case complaint = new Case();

    @Test
    void isRecognisedWithWhatSpeaksForIt() {
        assertThat(complaint.accepts(contact("first", "I am furious", "en", "premium")))
                .filteredOn(TypologyRecognised.class::isInstance)
                .singleElement()
                .satisfies(
                        event -> {
                            TypologyRecognised recognised = (TypologyRecognised) event;
                            assertThat(recognised.temper()).isEqualTo(Temper.ANGRY);
                            assertThat(recognised.relation()).isEqualTo(Relation.PREMIUM);
                            assertThat(recognised.temperSigns()).isNotEmpty();
                            assertThat(recognised.relationSigns()).isNotEmpty();
                            assertThat(recognised.policy())
                                    .isEqualTo(Case.POLICIES.typology().version());
                        });
        assertThat(complaint.state().typology().temper()).isEqualTo(Temper.ANGRY);
    }

    @Test
    void ofOneWhoGivesNoSignNothingIsSaid() {
        assertThat(complaint.accepts(contact("first", "It broke")))
                .noneMatch(TypologyRecognised.class::isInstance);
    }

    @Test
    void ofOneWhoComplainsAgainAndAgainItIsRecognisedWhenAnalyticsTells() {
        complaint.given(contact("first", "It broke"));
        complaint.given(new ComplaintCommand.TakeInsight(new Insight.CustomerComplainsAgain(4)));
        assertThat(complaint.state().typology().relation()).isEqualTo(Relation.FREQUENT);
    }

    @Test
    void isNeverOverwrittenOnceAPersonCorrectedIt() {
        complaint.given(contact("first", "I am furious"));
        assertThat(complaint.accepts(new CorrectTypology(Temper.HESITANT, null)))
                .containsExactly(new TypologyCorrected(Temper.HESITANT, null));
        complaint.given(contact("second", "I am livid, this is unacceptable, I will post this"));
        assertThat(complaint.state().typology().temper()).isEqualTo(Temper.HESITANT);
        assertThat(complaint.state().typology().relation()).isEqualTo(Relation.VOCAL);
        complaint.given(new CorrectTypology(Temper.GENTLE, Relation.SILENT));
        assertThat(complaint.state().typology().temper()).isEqualTo(Temper.GENTLE);
    }

    @Test
    void sayingWhatASignSaidIsACorrectionToo() {
        complaint.given(contact("first", "I am furious"));
        complaint.given(new CorrectTypology(Temper.ANGRY, null));
        assertThat(complaint.accepts(new CorrectTypology(Temper.ANGRY, null)))
                .as("said twice")
                .isEmpty();
    }

    @Test
    void aCorrectionThatSaysNothingIsRefused() {
        complaint.given(contact("first", "It broke"));
        assertThat(complaint.refuses(new CorrectTypology(null, null)).rule())
                .isEqualTo(Rule.NOTHING_CORRECTED);
        assertThat(new Case().refuses(new CorrectTypology(Temper.ANGRY, null)).rule())
                .isEqualTo(Rule.UNKNOWN_COMPLAINT);
    }
}
