package amends.workflow;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.Original;
import amends.contracts.contact.ProductName;
import amends.contracts.contact.SourceName;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.PersonName;
import amends.contracts.personal.PhoneNumber;
import amends.contracts.personal.RawContent;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Invented contacts.
public final class Contacts {

    private static final BrandName BRAND = new BrandName("Example");
    private static final ChannelName CHANNEL = new ChannelName("web-form");
    private static final SourceName SOURCE = new SourceName("web:contact");

    private Contacts() {}

    public static ComplaintId complaint(String conversation) {
        return ComplaintId.derive(BRAND, CHANNEL, conversation);
    }

    public static Contact contact(String conversation, String idAtSource, String text) {
        return contact(conversation, idAtSource, text, Instant.now());
    }

    public static Contact contact(
            String conversation, String idAtSource, String text, Instant receivedAt) {
        return new Contact(
                complaint(conversation),
                BRAND,
                new Customer(
                        CustomerId.derive(BRAND, IdentifiedBy.EMAIL, conversation),
                        IdentifiedBy.EMAIL,
                        new PersonName("Hanako " + conversation),
                        List.of(new EmailAddress(conversation + "@example.jp")),
                        List.of(),
                        List.of(),
                        null,
                        new CustomerTier("standard")),
                new ContactContent(
                        ContactId.derive(SOURCE, idAtSource),
                        CHANNEL,
                        SOURCE,
                        receivedAt,
                        null,
                        new LanguageTag("en"),
                        new FreeText("About " + idAtSource),
                        new FreeText(text),
                        new ProductName("CleanAir 300"),
                        List.of(),
                        List.of()),
                new Original(
                        new MediaTypeName("text/plain"),
                        RawContent.of(text.getBytes(StandardCharsets.UTF_8))),
                Instant.now());
    }

    public static Contact contact(String conversation) {
        return contact(
                conversation, conversation + "-1", "It does not work any more, please help.");
    }

    /// The same contact, to another brand.
    public static Contact ofBrand(String brand, Contact contact) {
        ContactContent content = contact.content();
        return new Contact(
                contact.complaintId(),
                new BrandName(brand),
                contact.customer(),
                new ContactContent(
                        content.id(),
                        content.channel(),
                        content.source(),
                        content.receivedAt(),
                        content.occurredAt(),
                        content.language(),
                        content.subject(),
                        content.text(),
                        content.product(),
                        content.orders(),
                        content.attachments(),
                        content.menus(),
                        new BrandName(brand),
                        content.suggested()),
                contact.original(),
                contact.normalisedAt());
    }

    /// The second contact, as if the customer of the first had sent it.
    public static Contact ofCustomer(Contact first, Contact contact) {
        return new Contact(
                contact.complaintId(),
                contact.brand(),
                first.customer(),
                contact.content(),
                contact.original(),
                contact.normalisedAt());
    }

    /// Of somebody who gives no name, by what several people use.
    public static Contact reachedBy(
            String conversation, @Nullable String mailbox, @Nullable String phone) {
        Contact contact = contact(conversation);
        Customer nobody =
                new Customer(
                        contact.customer().id(),
                        IdentifiedBy.CONTACT_ALONE,
                        null,
                        mailbox == null ? List.of() : List.of(new EmailAddress(mailbox)),
                        phone == null ? List.of() : List.of(new PhoneNumber(phone)),
                        List.of(),
                        null,
                        contact.customer().tier());
        return new Contact(
                contact.complaintId(),
                contact.brand(),
                nobody,
                contact.content(),
                contact.original(),
                contact.normalisedAt());
    }

    /// Of whoever calls from there and gives no name.
    public static Contact knownByPhone(String conversation, String idAtSource, String phone) {
        Contact contact = contact(conversation, idAtSource, "It broke");
        Customer caller =
                new Customer(
                        CustomerId.derive(BRAND, IdentifiedBy.PHONE, phone),
                        IdentifiedBy.PHONE,
                        null,
                        List.of(),
                        List.of(new PhoneNumber(phone)),
                        List.of(),
                        null,
                        contact.customer().tier());
        return new Contact(
                contact.complaintId(),
                contact.brand(),
                caller,
                contact.content(),
                contact.original(),
                contact.normalisedAt());
    }

    /// The same contact, as if it had come as a mail with this body.
    public static Contact mail(Contact contact, String mediaType, String body) {
        String mail = "Subject: x\nContent-Type: " + mediaType + "; charset=utf-8\n\n" + body;
        return new Contact(
                contact.complaintId(),
                contact.brand(),
                contact.customer(),
                contact.content(),
                new Original(
                        new MediaTypeName("message/rfc822"),
                        RawContent.of(mail.getBytes(StandardCharsets.UTF_8))),
                contact.normalisedAt());
    }
}
