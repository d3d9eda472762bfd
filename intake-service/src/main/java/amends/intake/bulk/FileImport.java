package amends.intake.bulk;

import amends.contracts.complaint.Outcome;
import amends.contracts.contact.Contact;
import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Topics;
import amends.intake.channel.Arrival;
import amends.intake.channel.BulkChannel;
import amends.intake.channel.Reading;
import amends.intake.channel.Row;
import amends.intake.ledger.Conservation;
import amends.intake.publish.Counts;
import amends.intake.publish.Keeping;
import amends.intake.publish.Log;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/// One file on its way: row by row to the log, never more than a window of rows without
/// confirmation, and the outcome of each kept until the end.
final class FileImport implements AutoCloseable {

    private final ImportId id;
    private final @Nullable PolicyName mapping;
    private final Instant startedAt;
    private final BulkChannel channel;
    private final Log log;
    private final Counts counts;
    private final Conservation books;
    private final Ledger ledger = new Ledger();
    private final Semaphore window;
    private final int windowSize;
    private final LongAdder lost = new LongAdder();
    private volatile String state = "reading";

    FileImport(
            ImportId id,
            @Nullable PolicyName mapping,
            Instant startedAt,
            BulkChannel channel,
            Log log,
            Counts counts,
            Conservation books,
            int windowSize) {
        this.id = id;
        this.mapping = mapping;
        this.startedAt = startedAt;
        this.channel = channel;
        this.log = log;
        this.counts = counts;
        this.books = books;
        this.windowSize = windowSize;
        this.window = new Semaphore(windowSize);
    }

    ImportId id() {
        return id;
    }

    /// Reads all rows and returns when the log has confirmed or refused each.
    ///
    /// @param threads that understand rows while others are on their way to the log
    void take(Rows rows, RowUnderstanding understanding, ExecutorService threads)
            throws IOException, InterruptedException {
        new ReadAhead(rows, row -> turn(row, understanding), threads).run();
        window.acquire(windowSize);
        state = "waiting";
    }

    /// Waits for what workflow made of the rows.
    void settle(Duration quiet) throws InterruptedException {
        ledger.await(quiet);
        state = "finished";
    }

    void failed() {
        state = "failed";
    }

    void decided(long row, Outcome.Disposition disposition) {
        ledger.decide(
                row,
                switch (disposition) {
                    case NEW -> Ledger.Status.NEW;
                    case APPENDED -> Ledger.Status.APPENDED;
                    case KNOWN -> Ledger.Status.KNOWN;
                });
    }

    /// Rows that the log did not take.
    long lost() {
        return lost.sum();
    }

    Progress progress() {
        return Progress.of(id, state, mapping, startedAt, ledger.counts());
    }

    /// Writes one line per row and a last one with the counts.
    void report(OutputStream out) throws IOException {
        RowReport.write(ledger, progress(), out);
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }

    /// Whom a row came from, and when: all that is held of it until the log has answered.
    private record Came(SourceName source, Instant at) {

        static Came with(Arrival arrival) {
            return new Came(arrival.source(), arrival.at());
        }
    }

    private ReadAhead.Turn turn(Row row, RowUnderstanding understanding) {
        return switch (row) {
            case Row.Whole whole -> {
                Arrival arrival = understanding.arrival(whole.raw());
                yield turn(
                        row.number(),
                        arrival,
                        Reading.attempted(() -> understanding.read(whole, arrival)));
            }
            case Row.Broken broken ->
                    turn(
                            row.number(),
                            understanding.arrival(broken.raw()),
                            Reading.Unclear.because(broken.reason(), broken.detail()));
            case Row.TooLong tooLong ->
                    rejection(
                            row.number(),
                            Came.with(understanding.arrival("")),
                            "row-too-long: " + tooLong.characters() + " characters");
        };
    }

    private ReadAhead.Turn turn(long row, Arrival arrival, Reading reading) {
        Came came = Came.with(arrival);
        return switch (reading) {
            case Reading.Understood(Contact contact, _) -> contact(row, came, contact);
            case Reading.Unclear unclear ->
                    keeping(
                            row,
                            came,
                            unclear.reason().value(),
                            Keeping.quarantined(channel, arrival, unclear));
            case Reading.SetAside aside ->
                    keeping(
                            row,
                            came,
                            aside.kind().name(),
                            Keeping.setAside(channel, arrival, aside));
            case Reading.Invalid invalid ->
                    rejection(row, came, invalid.faults().getFirst().detail());
        };
    }

    private ReadAhead.Turn contact(long row, Came came, Contact contact) {
        Ledger.Entry entry =
                new Ledger.Entry(
                        row,
                        Ledger.Status.UNDECIDED,
                        contact.complaintId().value(),
                        contact.content().id().value(),
                        "");
        String correlation = books.ticket(came.source(), came.at(), id + ":" + row).correlation();
        ProducerRecord<String, byte[]> message = Topics.CONTACTS.record(contact);
        message.headers().add(CloudEventHeaders.REPLY_TO, CloudEventHeaders.utf8(correlation));
        return () -> {
            begin(came);
            ledger.open(entry);
            send(came, message, Counts.Outcome.ACCEPTED, () -> {});
        };
    }

    private ReadAhead.Turn keeping(long row, Came came, String reason, RecordedQuarantine kept) {
        Ledger.Entry entry =
                new Ledger.Entry(row, Ledger.Status.UNDECIDED, "", kept.id().value(), reason);
        ProducerRecord<String, byte[]> message = Topics.QUARANTINE.record(kept);
        return () -> {
            begin(came);
            ledger.open(entry);
            send(
                    came,
                    message,
                    Counts.Outcome.QUARANTINED,
                    () -> ledger.decide(row, Ledger.Status.QUARANTINED));
        };
    }

    private ReadAhead.Turn rejection(long row, Came came, String reason) {
        return () -> {
            begin(came);
            decided(came, Counts.Outcome.REJECTED);
            ledger.open(new Ledger.Entry(row, Ledger.Status.REJECTED, "", "", reason));
            window.release();
        };
    }

    /// Takes a place in the window, which is given back at once or when the log has answered.
    private void begin(Came came) throws InterruptedException {
        window.acquire();
        counts.received(channel.name(), came.source(), came.at());
    }

    /// @param durable what is done when the log has it
    private void send(
            Came came,
            ProducerRecord<String, byte[]> message,
            Counts.Outcome outcome,
            Runnable durable) {
        log.inBulk(
                message,
                (metadata, failure) -> {
                    decided(came, failure == null ? outcome : Counts.Outcome.FAILED);
                    if (failure == null) {
                        durable.run();
                    }
                    window.release();
                });
    }

    private void decided(Came came, Counts.Outcome outcome) {
        if (outcome == Counts.Outcome.FAILED) {
            lost.increment();
        }
        counts.decided(channel.name(), came.source(), came.at(), outcome);
    }
}
