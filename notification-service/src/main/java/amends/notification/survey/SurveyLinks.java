package amends.notification.survey;

import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.NotificationKind;
import amends.notification.rule.FollowUp;
import amends.notification.rule.Occasion;
import amends.notification.template.SurveyAddress;

import java.net.URI;
import java.time.Duration;

/// The addresses of survey pages.
record SurveyLinks(URI publicUrl, Duration validity, SurveyTokens tokens) implements SurveyAddress {

    @Override
    public URI of(Occasion occasion, FollowUp followUp, LanguageTag language) {
        SurveyTicket ticket =
                new SurveyTicket(
                        occasion.complaint(),
                        occasion.id(NotificationKind.FOLLOW_UP),
                        followUp.round(),
                        occasion.at().plus(validity),
                        language);
        String base = publicUrl.toString().replaceAll("/+$", "");
        return URI.create(base + "/survey/" + tokens.sign(ticket));
    }
}
