package amends.intake.normalise;

import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.Attachment;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Original;
import amends.contracts.contact.SourceName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What a channel read in an input, before normalisation.
///
/// @param idAtSource the source's own id of it: the same input has the same id however often it
///   comes
/// @param conversation what ties it to earlier ones on the same channel; without it, it stands
///   alone
/// @param reference the complaint that it quotes, which wins over the conversation
/// @param menus those that the customer went through before, in order
public record Report(
        BrandName brand,
        ChannelName channel,
        SourceName source,
        String idAtSource,
        @Nullable String conversation,
        @Nullable ComplaintReference reference,
        Instant receivedAt,
        @Nullable Instant occurredAt,
        Complainant complainant,
        @Nullable String language,
        @Nullable String subject,
        String text,
        @Nullable String product,
        List<String> orders,
        List<Attachment> attachments,
        Original original,
        List<String> menus) {

    public Report {
        orders = List.copyOf(orders);
        attachments = List.copyOf(attachments);
        menus = List.copyOf(menus);
    }
}
