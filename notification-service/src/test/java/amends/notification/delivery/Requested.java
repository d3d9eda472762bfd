package amends.notification.delivery;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.NotificationEvent.EmailRequested;
import amends.contracts.notification.NotificationKind;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.notification.Rendered;
import amends.contracts.notification.TemplateName;
import amends.contracts.notification.TemplateVersion;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.FreeText;
import amends.notification.Stories;
import amends.notification.rule.Occasion;

import java.time.Instant;

/// Requests for tests of delivery.
public final class Requested {

    private Requested() {}

    public static EmailRequested mail(ComplaintId complaint, String to) {
        NotificationKind kind = NotificationKind.ACKNOWLEDGEMENT;
        return new EmailRequested(
                new Occasion(complaint, 1, Instant.EPOCH).id(kind),
                kind,
                0,
                new EmailAddress(to),
                new Rendered(
                        new FreeText("お申し出を承りました [" + complaint.reference() + "]"),
                        new FreeText("本文".repeat(300)),
                        new FreeText("<p>" + "本文".repeat(300) + "</p>")),
                new TemplateVersion(new TemplateName("acknowledgement"), 1, new LanguageTag("ja")));
    }

    public static RecordedNotification recorded(String conversation, String to) {
        ComplaintId complaint = Stories.complaint(conversation);
        return new RecordedNotification(complaint, Instant.now(), mail(complaint, to));
    }
}
