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
import java.util.concurrent.Semaphore;

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
    void take(Rows rows, Reader reader) throws IOException, InterruptedException {
        for (Row row = rows.next(); row != null; row = rows.next()) {
            window.acquire();
            take(row, reader);
        }
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

    private void take(Row row, Reader reader) {
        switch (row) {
            case Row.Whole whole -> {
                Arrival arrival = reader.arrival(whole.raw());
                take(row.number(), arrival, reader.read(whole, arrival));
            }
            case Row.Broken broken ->
                    take(
                            row.number(),
                            reader.arrival(broken.raw()),
                            Reading.Unclear.because(broken.reason(), broken.detail()));
            case Row.TooLong tooLong -> {
                Arrival arrival = reader.arrival("");
                counts.received(channel.name(), arrival.source(), arrival.at());
                reject(
                        row.number(),
                        arrival,
                        "row-too-long: " + tooLong.characters() + " characters");
                window.release();
            }
        }
    }

    private void take(long row, Arrival arrival, Reading reading) {
        counts.received(channel.name(), arrival.source(), arrival.at());
        switch (reading) {
            case Reading.Understood(Contact contact, _) -> contact(row, arrival, contact);
            case Reading.Unclear unclear ->
                    keep(
                            row,
                            arrival,
                            unclear.reason().value(),
                            Keeping.quarantined(channel, arrival, unclear));
            case Reading.ByMachine machine ->
                    keep(
                            row,
                            arrival,
                            machine.kind().name(),
                            Keeping.setAside(channel, arrival, machine));
            case Reading.Invalid invalid -> {
                reject(row, arrival, invalid.faults().getFirst().detail());
                window.release();
            }
        }
    }

    private void contact(long row, Arrival arrival, Contact contact) {
        ComplaintId complaint = contact.complaintId();
        ContactId contactId = contact.content().id();
        ledger.open(
                new Ledger.Entry(
                        row, Ledger.Status.UNDECIDED, complaint.value(), contactId.value(), ""));
        ProducerRecord<String, byte[]> message = Topics.CONTACTS.record(contact);
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
    }

    private void decided(Arrival arrival, Counts.Outcome outcome) {
        counts.decided(channel.name(), arrival.source(), arrival.at(), outcome);
    }
}
