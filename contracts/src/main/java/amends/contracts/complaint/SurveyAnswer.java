package amends.contracts.complaint;

import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

/// What the customer answered to a follow-up.
///
/// @param satisfaction CSAT, 1 (very dissatisfied) to 5
/// @param effort CES, 1 (very easy) to 7 (very hard)
/// @param recommendation NPS, 0 to 10
public record SurveyAnswer(
        boolean solved,
        @Nullable Integer satisfaction,
        @Nullable Integer effort,
        @Nullable Integer recommendation,
        @Nullable FreeText comment) {

    public SurveyAnswer {
        within("satisfaction", satisfaction, 1, 5);
        within("effort", effort, 1, 7);
        within("recommendation", recommendation, 0, 10);
    }

    private static void within(String scale, @Nullable Integer score, int lowest, int highest) {
        if (score != null && (score < lowest || score > highest)) {
            throw new IllegalArgumentException(
                    scale + " goes from " + lowest + " to " + highest + ", not " + score);
        }
    }
}
