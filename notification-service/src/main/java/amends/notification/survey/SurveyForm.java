package amends.notification.survey;

import amends.contracts.complaint.SurveyAnswer;
import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;

/// The filled-in form, as the browser sends it. Only whether it is solved must be answered: nobody
/// is made to work for us.
record SurveyForm(Map<String, String> fields) {

    static final int LONGEST_COMMENT = 4000;

    /// Returns the answer; nothing when the form is not filled in as it should be.
    Optional<SurveyAnswer> answer() {
        String solved = fields.getOrDefault("solved", "");
        if (!solved.equals("yes") && !solved.equals("no")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SurveyAnswer(
                            solved.equals("yes"),
                            score("satisfaction"),
                            score("effort"),
                            score("recommendation"),
                            comment()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private @Nullable Integer score(String field) {
        String typed = fields.getOrDefault(field, "").strip();
        return typed.isEmpty() ? null : Integer.valueOf(typed);
    }

    private @Nullable FreeText comment() {
        String typed = fields.getOrDefault("comment", "").strip().replace("\r\n", "\n");
        if (typed.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException("The comment is too long");
        }
        return typed.isEmpty() ? null : new FreeText(typed);
    }
}
