package amends.notification.survey;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.SurveyAnswer;
import amends.contracts.personal.FreeText;

import org.junit.jupiter.api.Test;

import java.util.Map;

class SurveyFormTest {

    @Test
    void aFullFormIsAnAnswer() {
        Map<String, String> fields =
                Map.of(
                        "solved", "no",
                        "satisfaction", "2",
                        "effort", "7",
                        "recommendation", "0",
                        "comment", " まだ音がする\r\n ");
        assertThat(new SurveyForm(fields).answer())
                .contains(new SurveyAnswer(false, 2, 7, 0, new FreeText("まだ音がする")));
    }

    @Test
    void onlyWhetherItIsSolvedMustBeSaid() {
        assertThat(new SurveyForm(Map.of("solved", "yes", "effort", "")).answer())
                .contains(new SurveyAnswer(true, null, null, null, null));
        assertThat(new SurveyForm(Map.of("satisfaction", "5")).answer()).isEmpty();
        assertThat(new SurveyForm(Map.of("solved", "perhaps")).answer()).isEmpty();
    }

    @Test
    void scoresOffTheScaleAndEndlessCommentsAreNoAnswer() {
        for (Map<String, String> odd :
                java.util.List.of(
                        Map.of("solved", "yes", "satisfaction", "6"),
                        Map.of("solved", "yes", "effort", "0"),
                        Map.of("solved", "yes", "recommendation", "-1"),
                        Map.of("solved", "yes", "satisfaction", "five"),
                        Map.of("solved", "yes", "comment", "x".repeat(4001)))) {
            assertThat(new SurveyForm(odd).answer()).as(odd.toString().substring(0, 20)).isEmpty();
        }
    }
}
