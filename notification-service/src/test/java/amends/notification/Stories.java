package amends.notification;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.OriginalPosition;
import amends.contracts.contact.SourceName;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.PersonName;

import java.time.Instant;
import java.util.List;

/// Complaints for tests to tell stories with.
public final class Stories {

    public static final Instant APRIL_FIRST = Instant.parse("2026-04-01T09:30:00Z");
    public static final Actor SATO = Actor.agent(new AgentId("sato"));
    public static final Actor WORKFLOW = Actor.automation("workflow");

    private Stories() {}

    public static ComplaintId complaint(String conversation) {
        return ComplaintId.derive(new BrandName("Example"), new ChannelName("email"), conversation);
    }

    public static ComplaintReceived received(ComplaintId id, String language, String... emails) {
        return new ComplaintReceived(
                id.reference(),
                new BrandName("Example"),
                customer("山田 花子", emails),
                contact(language, "掃除機から煙が出ました"),
                new OriginalPosition(0, 0));
    }

    public static Customer customer(String name, String... emails) {
        BrandName brand = new BrandName("Example");
        return new Customer(
                CustomerId.derive(brand, IdentifiedBy.EMAIL, name),
                IdentifiedBy.EMAIL,
                new PersonName(name),
                List.of(emails).stream().map(EmailAddress::new).toList(),
                List.of(),
                List.of(),
                null,
                new CustomerTier("standard"));
    }

    public static ContactContent contact(String language, String subject) {
        return new ContactContent(
                ContactId.derive(new SourceName("test"), subject),
                new ChannelName("email"),
                new SourceName("test"),
                APRIL_FIRST,
                null,
                new LanguageTag(language),
                new FreeText(subject),
                new FreeText("使用中に焦げ臭いにおいがして、煙が出ました。"),
                null,
                List.of(),
                List.of());
    }

    public static RecordedEvent recorded(
            ComplaintId id, long version, Instant at, Actor actor, ComplaintEvent event) {
        return new RecordedEvent(id, version, at, actor, null, event);
    }

    public static RecordedEvent begins(ComplaintId id, String language, String... emails) {
        return recorded(id, 1, Instant.now(), WORKFLOW, received(id, language, emails));
    }
}
