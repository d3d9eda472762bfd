package amends.notification.template;

import amends.contracts.contact.LanguageTag;
import amends.notification.rule.FollowUp;
import amends.notification.rule.Occasion;

import java.net.URI;

/// Where a customer answers a follow-up: a link for one complaint, one question, one time.
public interface SurveyAddress {

    URI of(Occasion occasion, FollowUp followUp, LanguageTag language);
}
