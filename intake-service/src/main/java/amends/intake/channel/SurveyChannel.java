package amends.intake.channel;

import amends.contracts.contact.ChannelName;
import amends.contracts.quarantine.AsideKind;

import java.util.OptionalInt;
import java.util.Set;

/// Answers to surveys of other systems. Whoever gave a low score is offered help: his answer
/// becomes a contact although he did not complain; others are noted.
public final class SurveyChannel extends JsonChannel {

    private static final ChannelName SURVEY = new ChannelName("survey");

    /// What is asked, its scale, and which scores are low.
    private enum Scale {
        /// Satisfaction, 1 to 5.
        CSAT(1, 5, 1, 2),
        /// Effort, 1 (very easy) to 7.
        CES(1, 7, 6, 7),
        /// Recommendation, 0 to 10.
        NPS(0, 10, 0, 6);

        private final int lowest;
        private final int highest;
        private final int lowFrom;
        private final int lowTo;

        Scale(int lowest, int highest, int lowFrom, int lowTo) {
            this.lowest = lowest;
            this.highest = highest;
            this.lowFrom = lowFrom;
            this.lowTo = lowTo;
        }

        boolean isLow(int score) {
            return score >= lowFrom && score <= lowTo;
        }
    }

    public SurveyChannel(CanonicalForm form) {
        super("survey", form);
    }

    @Override
    public Set<ChannelName> contactsAs() {
        return Set.of(SURVEY);
    }

    @Override
    Reading translated(Draft draft) {
        Members own = draft.own();
        draft.identified("survey", own.needed("survey") + "/" + own.needed("id"));
        String comment = own.text("comment");
        Scale scale = own.oneOf("scale", Scale.class);
        OptionalInt score =
                scale == null
                        ? OptionalInt.empty()
                        : own.number("score", scale.lowest, scale.highest);
        if (scale == null || score.isEmpty()) {
            return draft.complaint(SURVEY); // which is at fault
        }
        String said = comment == null ? "" : comment.strip();
        String words =
                Phrases.of(draft.language(said), "low-score", scale.name(), score.getAsInt());
        draft.put("text", said.isEmpty() ? words : said + "\n" + words);
        return scale.isLow(score.getAsInt())
                ? draft.complaint(SURVEY)
                : draft.notComplaint(
                        AsideKind.GOOD_SCORE, scale.name() + " " + score.getAsInt(), SURVEY);
    }
}
