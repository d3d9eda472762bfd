package amends.intake.quarantine;

import amends.contracts.complaint.Actor;
import amends.contracts.contact.Contact;
import amends.contracts.contact.SourceName;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.RawContent;
import amends.contracts.quarantine.QuarantineEvent;
import amends.contracts.quarantine.QuarantineEvent.InputDiscarded;
import amends.contracts.quarantine.QuarantineEvent.InputEdited;
import amends.contracts.quarantine.QuarantineEvent.InputReleased;
import amends.contracts.quarantine.QuarantineEvent.InputSetAside;
import amends.contracts.quarantine.QuarantineId;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.Topics;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.Reading;
import amends.intake.publish.Log;
import amends.intake.publish.Reception;
import amends.intake.publish.TooLarge;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What can be done with an input in quarantine: try it again with today's channels and mappings,
/// correct it and try that, or discard it. One thing at a time: the view follows its topic by some
/// moments, and what has ended meanwhile must not end twice.
@Component
public class Quarantine {

    private static final Logger LOGGER = LoggerFactory.getLogger(Quarantine.class);
    private static final int PAGE = 100;

    /// What is understood after all arrives once more in the books, from here.
    private static final SourceName HERE = new SourceName("quarantine");

    private final QuarantineView view;
    private final Map<String, Channel> channels;
    private final Log log;
    private final Reception reception;
    private final InstantSource clock;
    private final EndedLately ended = new EndedLately();

    Quarantine(
            QuarantineView view,
            List<Channel> channels,
            Log log,
            Reception reception,
            InstantSource clock) {
        this.view = view;
        this.channels =
                channels.stream()
                        .collect(
                                Collectors.toMap(
                                        channel -> channel.name().value(), Function.identity()));
        this.log = log;
        this.reception = reception;
        this.clock = clock;
    }

    /// Some inputs, and where the next page begins.
    public record Page(List<Document> items, @Nullable String next) {}

    /// What came of trying many.
    ///
    /// @param quarantined still not understood, or set aside
    /// @param next where to go on when there are more
    public record Retried(int tried, int released, int quarantined, @Nullable String next) {}

    /// @throws IllegalArgumentException when the cursor is none
    public Page page(Selection wanted, @Nullable String cursor, int limit) {
        Cursor after =
                cursor == null
                        ? null
                        : Cursor.parse(cursor)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "Not a cursor of this list"));
        List<Document> items = view.page(wanted, after, limit);
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

    /// What was set aside can be tried too: it is then taken for a person's words.
    public Result retry(QuarantineId id, Actor by) {
        return with(id, QuarantineView.OPEN, document -> retry(id, document, by));
    }

    /// Tries many, for example after a mapping was mended.
    ///
    /// @throws IllegalArgumentException when the cursor is none
    public Retried retryAll(Selection wanted, @Nullable String cursor, int most, Actor by) {
        int tried = 0;
        int released = 0;
        String next = cursor;
        do {
            Page page = page(wanted, next, Math.min(PAGE, most - tried));
            for (Document item : page.items()) {
                tried++;
                released += isReleased(new QuarantineId(item.getString("_id")), by) ? 1 : 0;
            }
            next = page.next();
        } while (next != null && tried < most);
        return new Retried(tried, released, tried - released, next);
    }

    /// One that never fits does not keep the others from being tried.
    private boolean isReleased(QuarantineId id, Actor by) {
        try {
            return retry(id, by) instanceof Result.Released;
        } catch (TooLarge e) {
            LOGGER.warn("{} stays in quarantine: {}", id, e.toString());
            return false;
        }
    }

    /// Tries what somebody made of it. What is corrected once is tried from then on; the input as
    /// it came stays beside it.
    ///
    /// @throws TooLarge when both together can't be kept
    public Result edit(QuarantineId id, byte[] corrected, Actor by) {
        return with(
                id,
                QuarantineView.OPEN,
                document -> {
                    RawContent content = Resubmission.discreet(document, corrected);
                    if (!Fit.fitsBeside(document, content)) {
                        throw new TooLarge("what can be shown beside the input as it came");
                    }
                    record(id, document, new InputEdited(content, by));
                    return retry(
                            id,
                            new Document(document).append(Resubmission.CORRECTED, content.value()),
                            by);
                });
    }

    public Result discard(QuarantineId id, FreeText reason, Actor by) {
        return with(
                id,
                Set.of(QuarantineView.QUARANTINED),
                document -> {
                    record(id, document, new InputDiscarded(reason, by));
                    ended.add(id, "discarded");
                    return new Result.Discarded();
                });
    }

    private synchronized Result with(
            QuarantineId id, Set<String> statuses, Function<Document, Result> use) {
        Optional<Document> document = view.find(id);
        if (document.isEmpty()) {
            return new Result.NotThere();
        }
        String status = ended.status(id, document.get().getString("status"));
        return statuses.contains(status) ? use.apply(document.get()) : new Result.Over(status);
    }

    private Result retry(QuarantineId id, Document document, Actor by) {
        Channel channel = channels.get(document.getString("channel"));
        if (channel == null) {
            return new Result.StillQuarantined(
                    "channel-unknown", "No channel of this name any more");
        }
        Instant now = clock.instant();
        Reading reading =
                Reading.attempted(
                        () ->
                                Resubmission.reading(
                                        channel, document, Resubmission.of(document, now)));
        return switch (reading) {
            case Reading.Understood understood -> {
                Arrival arrival = Resubmission.of(document, now).from(HERE);
                reception.await(reception.begin(channel, arrival, understood));
                yield released(id, document, understood.contact(), by);
            }
            case Reading.Unclear unclear -> still(id, document, unclear);
            case Reading.SetAside aside -> setAside(id, document, aside);
            case Reading.Invalid invalid ->
                    still(
                            id,
                            document,
                            Reading.Unclear.because("rules-broken", Resubmission.details(invalid)));
        };
    }

    private Result released(QuarantineId id, Document document, Contact contact, Actor by) {
        record(id, document, new InputReleased(contact.content().id(), by));
        ended.add(id, "released");
        return new Result.Released(contact);
    }

    /// It stays one item, also when it was corrected.
    private Result setAside(QuarantineId id, Document document, Reading.SetAside aside) {
        InputSetAside event = Resubmission.setAside(document, aside);
        log.await(log.promptly(recorded(id, document, event), aside.about()));
        return new Result.SetAside(aside.kind());
    }

    private Result still(QuarantineId id, Document document, Reading.Unclear unclear) {
        record(id, document, Resubmission.still(document, unclear));
        return new Result.StillQuarantined(unclear.reason().value(), unclear.detail().value());
    }

    private void record(QuarantineId id, Document document, QuarantineEvent event) {
        log.write(Topics.QUARANTINE.record(recorded(id, document, event)));
    }

    private RecordedQuarantine recorded(QuarantineId id, Document document, QuarantineEvent event) {
        return new RecordedQuarantine(
                id, new SourceName(document.getString("source")), clock.instant(), event);
    }
}
