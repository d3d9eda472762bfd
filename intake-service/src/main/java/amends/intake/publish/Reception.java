package amends.intake.publish;

import amends.contracts.contact.Contact;
import amends.contracts.name.Crockford;
import amends.contracts.personal.RawContent;
import amends.contracts.quarantine.QuarantineEvent.InputQuarantined;
import amends.contracts.quarantine.QuarantineId;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.Topics;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.Reading;
import amends.intake.publish.Counts.Outcome;

import java.util.concurrent.CompletableFuture;

/// Takes inputs in: what a channel understood goes to the contacts topic, what it didn't into
/// quarantine.
public final class Reception {

    private static final int QUARANTINE_ID_LENGTH = 26;

    private final Log log;
    private final Counts counts;

    Reception(Log log, Counts counts) {
        this.log = log;
        this.counts = counts;
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
        return begin(channel, arrival, channel.read(arrival));
    }

    /// The same for an input that has been read already.
    public Pending begin(Channel channel, Arrival arrival, Reading reading) {
        counts.received(channel.name(), arrival.at());
        return switch (reading) {
            case Reading.Understood(Contact contact) ->
                    pending(
                            channel,
                            arrival,
                            new Taken.Accepted(contact.complaintId(), contact.content().id()),
                            Outcome.ACCEPTED,
                            log.promptly(Topics.CONTACTS.record(contact)));
            case Reading.Unclear unclear -> {
                RecordedQuarantine kept = quarantined(channel, arrival, unclear);
                yield pending(
                        channel,
                        arrival,
                        new Taken.Quarantined(kept.id(), unclear.reason()),
                        Outcome.QUARANTINED,
                        log.promptly(Topics.QUARANTINE.record(kept)));
            }
            case Reading.Invalid invalid -> {
                counts.decided(channel.name(), arrival.at(), Outcome.REJECTED);
                yield new Pending(
                        new Taken.Refused(invalid), CompletableFuture.completedFuture(null));
            }
        };
    }

    public void await(Pending pending) {
        log.await(pending.written());
    }

    public static RecordedQuarantine quarantined(
            Channel channel, Arrival arrival, Reading.Unclear unclear) {
        RawContent content = RawContent.of(arrival.content());
        QuarantineId id =
                new QuarantineId(
                        Crockford.hash(
                                QUARANTINE_ID_LENGTH,
                                "quarantine",
                                arrival.source().value(),
                                content.value()));
        return new RecordedQuarantine(
                id,
                arrival.source(),
                arrival.at(),
                new InputQuarantined(
                        channel.name(),
                        arrival.mapping(),
                        unclear.reason(),
                        unclear.detail(),
                        arrival.mediaType(),
                        content));
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
                        (ok, failure) ->
                                counts.decided(
                                        channel.name(),
                                        arrival.at(),
                                        failure == null ? outcome : Outcome.FAILED)));
    }
}
