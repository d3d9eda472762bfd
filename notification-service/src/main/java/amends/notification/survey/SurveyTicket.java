package amends.notification.survey;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.NotificationId;

import java.time.Instant;

/// What a survey link stands for: this question to this customer, until then.
record SurveyTicket(
        ComplaintId complaint,
        NotificationId question,
        int round,
        Instant expires,
        LanguageTag language) {

    private static final String SEPARATOR = "|";

    String text() {
        return String.join(
                SEPARATOR,
                complaint.value(),
                question.value(),
                Integer.toString(round),
                Long.toString(expires.getEpochSecond()),
                language.value());
    }

    static SurveyTicket parse(String text) {
        String[] parts = text.split("\\" + SEPARATOR, -1);
        return new SurveyTicket(
                new ComplaintId(parts[0]),
                new NotificationId(parts[1]),
                Integer.parseInt(parts[2]),
                Instant.ofEpochSecond(Long.parseLong(parts[3])),
                new LanguageTag(parts[4]));
    }
}
