package amends.intake.bulk;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Outcome;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.contracts.policy.PolicyName;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.CloudEventHeaders;
import amends.contracts.wire.Topics;
import amends.intake.channel.Arrival;
import amends.intake.channel.BulkChannel;
import amends.intake.channel.Reading;
import amends.intake.channel.Row;
import amends.intake.channel.Scope;
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
import java.util.function.Consumer;

/// One file on its way: row by row to the log, never more than a window of rows without
/// confirmation, and the outcome of each kept until the end.
final class FileImport implements AutoCloseable {

    /// How a row of this file is understood.
    interface Reader {
        Reading read(Row.Whole row, Arrival arrival);

        Arrival arrival(String raw);

        /// For somebody who may not send everything.
        default Reader within(Scope scope) {
            Reader whole = this;
            return new Reader() {
                @Override
                public Reading read(Row.Whole row, Arrival arrival) {
                    return scope.within(whole.read(row, arrival));
                }

                @Override
                public Arrival arrival(String raw) {
                    return whole.arrival(raw);
                }
            };
        }
    }

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
    void take(Rows rows, Reader reader, ExecutorService threads)
            throws IOException, InterruptedException {
        new ReadAhead(rows, row -> turn(row, reader), threads).run();
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

    private ReadAhead.Turn turn(Row row, Reader reader) {
        return switch (row) {
            case Row.Whole whole -> {
                Arrival arrival = reader.arrival(whole.raw());
                yield turn(
                        row.number(),
                        arrival,
                        Reading.attempted(() -> reader.read(whole, arrival)));
            }
            case Row.Broken broken ->
                    turn(
                            row.number(),
                            reader.arrival(broken.raw()),
                            Reading.Unclear.because(broken.reason(), broken.detail()));
            case Row.TooLong tooLong ->
                    turn(
                            reader.arrival(""),
                            arrival ->
                                    reject(
                                            row.number(),
                                            arrival,
                                            "row-too-long: "
                                                    + tooLong.characters()
                                                    + " characters"));
        };
    }

    private ReadAhead.Turn turn(long row, Arrival arrival, Reading reading) {
        return switch (reading) {
            case Reading.Understood(Contact contact, _) -> {
                ProducerRecord<String, byte[]> message = Topics.CONTACTS.record(contact);
                yield turn(arrival, it -> contact(row, it, contact, message));
            }
            case Reading.Unclear unclear -> {
                RecordedQuarantine kept = Keeping.quarantined(channel, arrival, unclear);
                yield turn(arrival, it -> keep(row, it, unclear.reason().value(), kept));
            }
            case Reading.SetAside aside -> {
                RecordedQuarantine kept = Keeping.setAside(channel, arrival, aside);
                yield turn(arrival, it -> keep(row, it, aside.kind().name(), kept));
            }
            case Reading.Invalid invalid ->
                    turn(arrival, it -> reject(row, it, invalid.faults().getFirst().detail()));
        };
    }

    /// @param then ends with a place in the window given back, at once or when the log has answered
    private ReadAhead.Turn turn(Arrival arrival, Consumer<Arrival> then) {
        return () -> {
            window.acquire();
            counts.received(channel.name(), arrival.source(), arrival.at());
            then.accept(arrival);
        };
    }

    private void contact(
            long row, Arrival arrival, Contact contact, ProducerRecord<String, byte[]> message) {
        ComplaintId complaint = contact.complaintId();
        ContactId contactId = contact.content().id();
        ledger.open(
                new Ledger.Entry(
                        row, Ledger.Status.UNDECIDED, complaint.value(), contactId.value(), ""));
        String correlation =
                books.ticket(arrival.source(), arrival.at(), id + ":" + row).correlation();
        message.headers().add(CloudEventHeaders.REPLY_TO, CloudEventHeaders.utf8(correlation));
        log.inBulk(
                message,
                (metadata, failure) -> {
                    decided(
                            arrival,
                            failure == null ? Counts.Outcome.ACCEPTED : Counts.Outcome.FAILED);
                    window.release();
                });
    }

    private void keep(long row, Arrival arrival, String reason, RecordedQuarantine kept) {
        ledger.open(new Ledger.Entry(row, Ledger.Status.UNDECIDED, "", kept.id().value(), reason));
        log.inBulk(
                Topics.QUARANTINE.record(kept),
                (metadata, failure) -> {
                    decided(
                            arrival,
                            failure == null ? Counts.Outcome.QUARANTINED : Counts.Outcome.FAILED);
                    if (failure == null) {
                        ledger.decide(row, Ledger.Status.QUARANTINED);
                    }
                    window.release();
                });
    }

    private void reject(long row, Arrival arrival, String reason) {
        decided(arrival, Counts.Outcome.REJECTED);
        ledger.open(new Ledger.Entry(row, Ledger.Status.REJECTED, "", "", reason));
        window.release();
    }

    private void decided(Arrival arrival, Counts.Outcome outcome) {
        if (outcome == Counts.Outcome.FAILED) {
            lost.increment();
        }
        counts.decided(channel.name(), arrival.source(), arrival.at(), outcome);
    }
}
