package amends.intake.bulk;

import amends.contracts.contact.SourceName;
import amends.intake.bulk.RefusedUpload.Why;
import amends.intake.channel.Arrival;
import amends.intake.channel.BulkChannel;
import amends.intake.channel.Reading;
import amends.intake.channel.Row;
import amends.intake.ledger.Conservation;
import amends.intake.mapping.Mapping;
import amends.intake.mapping.RowReader;
import amends.intake.publish.Counts;
import amends.intake.publish.Log;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Imports files: from the upload's bytes to a line per row.
@Component
public class Importer implements AutoCloseable {

    private static final Duration FOLLOWER_PATIENCE = Duration.ofSeconds(10);
    private static final SourceName LINES = new SourceName("file:ndjson");

    private final BulkChannel channel;
    private final Imports imports;
    private final OutcomeFollower outcomes;
    private final Log log;
    private final Counts counts;
    private final Conservation books;
    private final BulkSettings settings;
    private final InstantSource clock;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    Thread.ofPlatform().name("rows-", 0).daemon().factory());

    Importer(
            BulkChannel channel,
            Imports imports,
            OutcomeFollower outcomes,
            Log log,
            Counts counts,
            Conservation books,
            BulkSettings settings,
            InstantSource clock) {
        this.channel = channel;
        this.imports = imports;
        this.outcomes = outcomes;
        this.log = log;
        this.counts = counts;
        this.books = books;
        this.settings = settings;
        this.clock = clock;
    }

    /// Takes in the whole file, then asks for somewhere to write the outcomes to.
    ///
    /// @return how many rows the log did not take; they have to be sent again
    /// @throws RefusedUpload before anything was taken in
    public long run(Upload upload, InputStream body, Supplier<OutputStream> answer)
            throws IOException, InterruptedException {
        if (imports.count() >= settings.imports() || !outcomes.isFollowing(FOLLOWER_PATIENCE)) {
            throw new RefusedUpload(
                    Why.BUSY,
                    "Other imports are running. Try again when one of them has finished.");
        }
        try (FileImport started = start(upload)) {
            try {
                read(upload, body, started);
                started.settle(settings.quiet());
            } catch (IOException | InterruptedException | RuntimeException e) {
                started.failed();
                throw e;
            } finally {
                imports.end(started);
            }
            started.report(answer.get());
            return started.lost();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private FileImport start(Upload upload) throws IOException {
        Mapping mapping = upload.mapping();
        FileImport started =
                new FileImport(
                        upload.id(),
                        mapping == null ? null : mapping.name(),
                        clock.instant(),
                        channel,
                        log,
                        counts,
                        books,
                        settings.window());
        if (!imports.start(started)) {
            started.close();
            throw new RefusedUpload(
                    Why.RUNNING_ALREADY,
                    "An import with this importId is running. Use another one, or wait for it.");
        }
        return started;
    }

    private void read(Upload upload, InputStream body, FileImport started)
            throws IOException, InterruptedException {
        Mapping mapping = upload.mapping();
        try (Reader text = FileText.of(upload, body)) {
            Window window = new Window(text);
            if (mapping == null) {
                SourceName source = Objects.requireNonNullElse(upload.source(), LINES);
                started.take(
                        new JsonLines(window), new Line(source).within(upload.scope()), threads);
            } else {
                SourceName source = Objects.requireNonNullElse(upload.source(), mapping.source());
                CsvRows rows = new CsvRows(window, mapping);
                started.take(rows, row(mapping, source, rows).within(upload.scope()), threads);
            }
        } catch (NotText e) {
            throw new RefusedUpload(Why.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private CsvRow row(Mapping mapping, SourceName source, CsvRows rows) throws IOException {
        String header = rows.header().orElse("");
        RowReader reader =
                BulkChannel.cells(header, mapping)
                        .flatMap(mapping::reader)
                        .orElseThrow(
                                () ->
                                        new RefusedUpload(
                                                Why.UNREADABLE,
                                                "The first line is not the header of any layout of "
                                                        + mapping.name()
                                                        + ". Known layouts: "
                                                        + mapping.layouts().stream()
                                                                .map(
                                                                        layout ->
                                                                                String.join(
                                                                                        ",",
                                                                                        layout
                                                                                                .columns()))
                                                                .toList()));
        return new CsvRow(source, mapping, header, reader);
    }

    private final class Line implements RowUnderstanding {
        private final SourceName source;

        Line(SourceName source) {
            this.source = source;
        }

        @Override
        public Reading read(Row.Whole row, Arrival arrival) {
            return channel.line(arrival);
        }

        @Override
        public Arrival arrival(String raw) {
            return BulkChannel.jsonLine(source, raw, clock.instant());
        }
    }

    private final class CsvRow implements RowUnderstanding {
        private final SourceName source;
        private final Mapping mapping;
        private final String header;
        private final RowReader reader;

        CsvRow(SourceName source, Mapping mapping, String header, RowReader reader) {
            this.source = source;
            this.mapping = mapping;
            this.header = header;
            this.reader = reader;
        }

        @Override
        public Reading read(Row.Whole row, Arrival arrival) {
            return channel.read(reader, row, arrival);
        }

        @Override
        public Arrival arrival(String raw) {
            return BulkChannel.csvRow(source, mapping, header, raw, clock.instant());
        }
    }
}
