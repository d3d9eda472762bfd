package amends.contracts.contact;

import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What a contact says, normalised: plain text, Unicode NFKC, known language.
///
/// @param receivedAt when it reached the company
/// @param occurredAt when the customer met the trouble or wrote, if told
/// @param menus those that the customer went through before, in order; absent: unknown
/// @param brand whom he complains to; absent: from before this was told
/// @param suggested what was recognised in its words; absent: nothing, or from before this was done
public record ContactContent(
        ContactId id,
        ChannelName channel,
        SourceName source,
        Instant receivedAt,
        @Nullable Instant occurredAt,
        LanguageTag language,
        @Nullable FreeText subject,
        FreeText text,
        @Nullable ProductName product,
        List<OrderNumber> orders,
        List<Attachment> attachments,
        @Nullable List<MenuName> menus,
        @Nullable BrandName brand,
        @Nullable Suggested suggested) {

    public ContactContent {
        orders = List.copyOf(orders);
        attachments = List.copyOf(attachments);
        menus = menus == null ? null : List.copyOf(menus);
    }

    /// The same under another id.
    public ContactContent with(ContactId other) {
        return new ContactContent(
                other,
                channel,
                source,
                receivedAt,
                occurredAt,
                language,
                subject,
                text,
                product,
                orders,
                attachments,
                menus,
                brand,
                suggested);
    }

    /// The same with other files, or with more said of them.
    public ContactContent with(List<Attachment> files) {
        return new ContactContent(
                id,
                channel,
                source,
                receivedAt,
                occurredAt,
                language,
                subject,
                text,
                product,
                orders,
                files,
                menus,
                brand,
                suggested);
    }

    public ContactContent(
            ContactId id,
            ChannelName channel,
            SourceName source,
            Instant receivedAt,
            @Nullable Instant occurredAt,
            LanguageTag language,
            @Nullable FreeText subject,
            FreeText text,
            @Nullable ProductName product,
            List<OrderNumber> orders,
            List<Attachment> attachments) {
        this(
                id,
                channel,
                source,
                receivedAt,
                occurredAt,
                language,
                subject,
                text,
                product,
                orders,
                attachments,
                null,
                null,
                null);
    }
}
