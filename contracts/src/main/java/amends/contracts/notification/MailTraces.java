package amends.contracts.notification;

import amends.contracts.complaint.ComplaintId;

import java.util.Locale;
import java.util.Optional;

/// What a mail of ours carries so that answers to it, and reports about it, find back: its id and
/// its complaint's stand in `Message-ID` and `References` before the house's domain.
///
/// @param domain behind the @ of message ids
public record MailTraces(String domain) {

    /// The header that tells what the mail was for: a [NotificationKind].
    public static final String KIND = "Amends-Notification-Kind";

    private static final int LENGTH = 26;

    public MailTraces {
        domain = domain.toLowerCase(Locale.ROOT);
    }

    /// The notification whose mail has this `Message-ID`.
    public Optional<NotificationId> notification(String messageId) {
        return local(messageId)
                .filter(local -> local.matches("[0-9A-Z]{" + LENGTH + "}"))
                .map(NotificationId::new);
    }

    /// The complaint that this entry of `References` stands for.
    public Optional<ComplaintId> complaint(String messageId) {
        return local(messageId).flatMap(MailTraces::complaintId);
    }

    private Optional<String> local(String messageId) {
        String bare = messageId.strip().replaceAll("^<|>$", "");
        int at = bare.lastIndexOf('@');
        return at > 0 && bare.substring(at + 1).toLowerCase(Locale.ROOT).equals(domain)
                ? Optional.of(bare.substring(0, at))
                : Optional.empty();
    }

    private static Optional<ComplaintId> complaintId(String local) {
        try {
            return Optional.of(new ComplaintId(local));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
