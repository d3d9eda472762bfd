package amends.intake.quarantine;

import amends.contracts.complaint.Actor;
import amends.contracts.contact.Contact;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.RawContent;
import amends.contracts.policy.PolicyName;
import amends.contracts.quarantine.MachineKind;
import amends.contracts.quarantine.QuarantineEvent;
import amends.contracts.quarantine.QuarantineEvent.InputDiscarded;
import amends.contracts.quarantine.QuarantineEvent.InputReleased;
import amends.contracts.quarantine.QuarantineId;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.Topics;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.Fault;
import amends.intake.channel.FileContent;
import amends.intake.channel.Reading;
import amends.intake.content.ContentStore;
import amends.intake.publish.Keeping;
import amends.intake.publish.Log;
import amends.intake.publish.NotDurable;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What can be done with an input in quarantine: try it again with today's channels and mappings,
/// or discard it.
@Component
public class Quarantine {

    private final QuarantineView view;
    private final Map<String, Channel> channels;
    private final Log log;
    private final ContentStore files;
    private final InstantSource clock;

    Quarantine(
            QuarantineView view,
            List<Channel> channels,
            Log log,
            ContentStore files,
            InstantSource clock) {
        this.view = view;
        this.channels =
                channels.stream()
                        .collect(
                                Collectors.toMap(
                                        channel -> channel.name().value(), Function.identity()));
        this.log = log;
        this.files = files;
        this.clock = clock;
    }

    /// What came of a wish.
    public sealed interface Result {
        record Released(Contact contact) implements Result {}

        record StillQuarantined(String reason, String detail) implements Result {}

        /// A machine wrote it.
        record SetAside(MachineKind kind) implements Result {}

        record Discarded() implements Result {}

        record NotThere() implements Result {}

        /// It was released or discarded before.
        record Over(String status) implements Result {}
    }

    /// Some inputs, and where the next page begins.
    public record Page(List<Document> items, @Nullable String next) {}

    /// @throws IllegalArgumentException when the cursor is none
    public Page page(String status, @Nullable String cursor, int limit) {
        Cursor after =
                cursor == null
                        ? null
                        : Cursor.parse(cursor)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "Not a cursor of this list"));
        List<Document> items = view.page(status, after, limit);
        if (items.size() < limit) {
            return new Page(items, null);
        }
        Document last = items.getLast();
        return new Page(
                items, new Cursor(last.getDate("at").toInstant(), last.getString("_id")).text());
    }

    public Optional<Document> find(QuarantineId id) {
        return view.find(id);
    }

    /// What a machine is said to have written can be tried too: it is then taken for a person's.
    public Result retry(QuarantineId id, Actor by) {
        return with(id, QuarantineView.OPEN, document -> retry(id, document, by));
    }

    public Result discard(QuarantineId id, FreeText reason, Actor by) {
        return with(
                id,
                Set.of(QuarantineView.QUARANTINED),
                document -> {
                    record(id, document, new InputDiscarded(reason, by));
                    return new Result.Discarded();
                });
    }

    private Result with(QuarantineId id, Set<String> statuses, Function<Document, Result> use) {
        Optional<Document> document = view.find(id);
        if (document.isEmpty()) {
            return new Result.NotThere();
        }
        String status = document.get().getString("status");
        return statuses.contains(status) ? use.apply(document.get()) : new Result.Over(status);
    }

    private Result retry(QuarantineId id, Document document, Actor by) {
        Channel channel = channels.get(document.getString("channel"));
        if (channel == null) {
            return new Result.StillQuarantined(
                    "channel-unknown", "No channel of this name any more");
        }
        Arrival arrival = arrival(document);
        return switch (reading(channel, document, arrival)) {
            case Reading.Understood(Contact contact, List<FileContent> these) -> {
                keep(these);
                log.write(Topics.CONTACTS.record(contact));
                record(id, document, new InputReleased(contact.content().id(), by));
                yield new Result.Released(contact);
            }
            case Reading.Unclear unclear -> still(channel, arrival, unclear);
            case Reading.ByMachine machine -> {
                log.await(
                        log.promptly(Keeping.setAside(channel, arrival, machine), machine.about()));
                yield new Result.SetAside(machine.kind());
            }
            case Reading.Invalid invalid ->
                    still(
                            channel,
                            arrival,
                            Reading.Unclear.because("rules-broken", details(invalid)));
        };
    }

    private static Reading reading(Channel channel, Document document, Arrival arrival) {
        return document.getString("status").equals(QuarantineView.SET_ASIDE)
                ? channel.readAsWritten(arrival)
                : channel.read(arrival);
    }

    private void keep(List<FileContent> these) {
        try {
            for (FileContent file : these) {
                files.keep(file);
            }
        } catch (IOException e) {
            throw new NotDurable(e);
        }
    }

    private Result still(Channel channel, Arrival arrival, Reading.Unclear unclear) {
        log.write(Topics.QUARANTINE.record(Keeping.quarantined(channel, arrival, unclear)));
        return new Result.StillQuarantined(unclear.reason().value(), unclear.detail().value());
    }

    private void record(QuarantineId id, Document document, QuarantineEvent event) {
        log.write(
                Topics.QUARANTINE.record(
                        new RecordedQuarantine(
                                id,
                                new SourceName(document.getString("source")),
                                clock.instant(),
                                event)));
    }

    private Arrival arrival(Document document) {
        String mapping = document.getString("mapping");
        return new Arrival(
                        new SourceName(document.getString("source")),
                        null,
                        mapping == null ? null : new PolicyName(mapping),
                        new MediaTypeName(document.getString("mediaType")),
                        new RawContent(document.getString("content")).bytes(),
                        clock.instant())
                .kept();
    }

    private static String details(Reading.Invalid invalid) {
        return invalid.faults().stream().map(Fault::detail).collect(Collectors.joining("; "));
    }
}
