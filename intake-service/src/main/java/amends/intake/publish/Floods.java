package amends.intake.publish;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.Reading;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Keeps machines that don't say so from reopening a complaint again and again: what one sender
/// writes to one complaint beyond a limit goes into quarantine, where somebody can let it through.
public final class Floods {

    private static final Duration SPAN = Duration.ofHours(1);
    private static final int MOST_SENDERS = 10_000;

    /// By his address: of a mailbox that several use, each mail may be a customer of its own.
    private record Sender(String who, ComplaintId complaint) {

        static Sender of(Contact contact) {
            return new Sender(
                    contact.customer().emails().stream()
                            .findFirst()
                            .map(email -> email.value().toLowerCase(Locale.ROOT))
                            .orElse(contact.customer().id().value()),
                    contact.complaintId());
        }
    }

    private final int limit;
    private final Map<Sender, Map<ContactId, Instant>> lately =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<Sender, Map<ContactId, Instant>> eldest) {
                    return size() > MOST_SENDERS;
                }
            };

    /// @param limit contacts of a sender to a complaint in an hour
    public Floods(int limit) {
        this.limit = limit;
    }

    /// The same channel, with the limit.
    public Channel within(Channel channel) {
        return new Channel() {
            @Override
            public ChannelName name() {
                return channel.name();
            }

            @Override
            public Reading read(Arrival arrival) {
                Reading reading = channel.read(arrival);
                return reading instanceof Reading.Understood(Contact contact, _)
                                && !isWithinLimit(contact, written(contact, arrival))
                        ? Reading.Unclear.because(
                                "too-many-from-one-sender",
                                "More than "
                                        + limit
                                        + " in an hour to the same complaint: is it a machine? Try"
                                        + " again to let it through.")
                        : reading;
            }
        };
    }

    /// A mailbox that is read for the first time brings mails of years in a minute.
    private static Instant written(Contact contact, Arrival arrival) {
        Instant told = contact.content().occurredAt();
        return told != null && told.isBefore(arrival.at()) ? told : arrival.at();
    }

    /// What comes again counts once.
    private synchronized boolean isWithinLimit(Contact contact, Instant at) {
        Map<ContactId, Instant> contacts =
                lately.computeIfAbsent(Sender.of(contact), _ -> new LinkedHashMap<>());
        contacts.values()
                .removeIf(before -> Duration.between(before, at).abs().compareTo(SPAN) > 0);
        ContactId id = contact.content().id();
        if (contacts.containsKey(id)) {
            return true;
        }
        if (contacts.size() >= limit) {
            return false;
        }
        contacts.put(id, at);
        return true;
    }
}
