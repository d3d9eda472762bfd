package amends.intake.publish;

import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Topics;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.Reading;
import amends.intake.content.Filing;
import amends.intake.ledger.Conservation;
import amends.intake.ledger.Ticket;
import amends.intake.publish.Counts.Outcome;

import org.apache.kafka.clients.producer.ProducerRecord;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/// Takes inputs in: what a channel understood goes to the contacts topic, what it didn't, and what
/// is set aside, into quarantine.
public final class Reception {

    private final Log log;
    private final Counts counts;
    private final Conservation books;
    private final Filing filing;

    Reception(Log log, Counts counts, Conservation books, Filing filing) {
        this.log = log;
        this.counts = counts;
        this.books = books;
        this.filing = filing;
    }

    /// An input on its way to the log.
    public record Pending(Taken taken, CompletableFuture<Void> written) {}

    /// Reads an input and returns once it is durable.
    ///
    /// @throws NotDurable when Kafka does not confirm in time
    public Taken take(Channel channel, Arrival arrival) {
        Pending pending = begin(channel, arrival);
        log.await(pending.written());
        return pending.taken();
    }

    /// Reads an input and starts to write it; nothing may be promised before [#await].
    public Pending begin(Channel channel, Arrival arrival) {
        return begin(channel, arrival, Reading.attempted(() -> channel.read(arrival)));
    }

    /// The same for an input that has been read already.
    public Pending begin(Channel channel, Arrival arrival, Reading reading) {
        counts.received(channel.name(), arrival.source(), arrival.at());
        return switch (reading) {
            case Reading.Understood understood -> understood(channel, arrival, understood);
            case Reading.Unclear unclear -> {
                RecordedQuarantine kept = Keeping.quarantined(channel, arrival, unclear);
                yield pending(
                        channel,
                        arrival,
                        new Taken.Quarantined(kept.id(), unclear.reason()),
                        Outcome.QUARANTINED,
                        log.promptly(Topics.QUARANTINE.record(kept)));
            }
            case Reading.SetAside aside -> {
                RecordedQuarantine kept = Keeping.setAside(channel, arrival, aside);
                yield pending(
                        channel,
                        arrival,
                        new Taken.SetAside(kept.id(), aside.kind()),
                        Outcome.SET_ASIDE,
                        log.promptly(kept, aside.about()));
            }
            case Reading.Invalid invalid -> {
                decided(channel, arrival, Outcome.REJECTED);
                yield new Pending(
                        new Taken.Refused(invalid), CompletableFuture.completedFuture(null));
            }
        };
    }

    /// Counts an input in which nothing stands: it is set aside, and there is nothing to keep.
    public void passOver(Channel channel, Arrival arrival) {
        counts.received(channel.name(), arrival.source(), arrival.at());
        decided(channel, arrival, Outcome.SET_ASIDE);
    }

    public void await(Pending pending) {
        log.await(pending.written());
    }

    /// A contact is on the log only when its files are put away.
    private Pending understood(Channel channel, Arrival arrival, Reading.Understood understood) {
        Contact contact = understood.contact();
        Taken taken = new Taken.Accepted(contact.complaintId(), contact.content().id());
        CompletableFuture<Void> written;
        try {
            Contact filed = filing.file(contact, understood.files());
            written = written(arrival, filed);
        } catch (IOException | RuntimeException e) {
            written = CompletableFuture.failedFuture(e);
        }
        return pending(channel, arrival, taken, Outcome.ACCEPTED, written);
    }

    private CompletableFuture<Void> written(Arrival arrival, Contact contact) {
        ContactId id = contact.content().id();
        Ticket ticket = books.ticket(arrival.source(), arrival.at(), id.value());
        ProducerRecord<String, byte[]> message = Topics.CONTACTS.record(contact);
        message.headers()
                .add(CloudEventHeaders.REPLY_TO, CloudEventHeaders.utf8(ticket.correlation()));
        books.waitFor(ticket, id, arrival.at());
        return log.promptly(message)
                .whenComplete(
                        (_, failure) -> {
                            if (failure != null) {
                                books.giveUp(ticket);
                            }
                        });
    }

    private Pending pending(
            Channel channel,
            Arrival arrival,
            Taken taken,
            Outcome outcome,
            CompletableFuture<Void> written) {
        return new Pending(
                taken,
                written.whenComplete(
                        (_, failure) ->
                                decided(
                                        channel,
                                        arrival,
                                        failure == null ? outcome : Outcome.FAILED)));
    }

    private void decided(Channel channel, Arrival arrival, Outcome outcome) {
        counts.decided(channel.name(), arrival.source(), arrival.at(), outcome);
    }
}
