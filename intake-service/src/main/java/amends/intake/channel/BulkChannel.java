package amends.intake.channel;

import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Contact;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.intake.mapping.Mapping;
import amends.intake.mapping.Mappings;
import amends.intake.mapping.RowReader;
import amends.intake.normalise.Discretion;
import amends.intake.normalise.Normalisation;
import amends.intake.normalise.Report;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Rows of files: CSV by a mapping, or lines of canonical JSON. A CSV row travels with its header,
/// so that it can be read alone.
public final class BulkChannel implements Channel {

    public static final MediaTypeName CSV =
            new MediaTypeName("text/csv;charset=utf-8;header=present");
    public static final MediaTypeName JSON_LINE = new MediaTypeName("application/json");

    private static final ChannelName NAME = new ChannelName("bulk");
    private static final ChannelName OF_LINES = new ChannelName("partner");

    private final Mappings mappings;
    private final CanonicalForm form;
    private final Normalisation normalisation;

    public BulkChannel(Mappings mappings, CanonicalForm form, Normalisation normalisation) {
        this.mappings = mappings;
        this.form = form;
        this.normalisation = normalisation;
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    @Override
    public Reading read(Arrival arrival) {
        if (arrival.mediaType().equals(JSON_LINE)) {
            return line(arrival);
        }
        PolicyName name = arrival.mapping();
        Optional<Mapping> mapping = name == null ? Optional.empty() : mappings.named(name);
        if (mapping.isEmpty()) {
            return Reading.Unclear.because(
                    "mapping-unknown",
                    "No mapping named " + name + "; there are " + mappings.names());
        }
        return row(mapping.get(), arrival);
    }

    /// A row of a file that is being read; the same as reading its arrival, without parsing it
    /// again.
    public Reading read(RowReader reader, Row.Whole row, Arrival arrival) {
        if (row.cells().size() != reader.width()) {
            return Reading.Unclear.because(
                    "csv-row-incomplete",
                    row.cells().size() + " of " + reader.width() + " columns");
        }
        return reader.read(row.cells(), arrival.source(), arrival.original(), arrival.at())
                .flatMap(report -> received(report, arrival))
                .orElseGet(
                        () ->
                                Reading.Unclear.because(
                                        "row-without-text",
                                        "No column that makes the text says anything"));
    }

    /// @return nothing when no words are left of it
    private Optional<Reading> received(Report report, Arrival arrival) {
        if (arrival.isStillToCome(report.receivedAt())) {
            return Optional.of(
                    Reading.Unclear.because("received-in-future", Arrival.STILL_TO_COME));
        }
        Contact contact = normalisation.contact(report, arrival.at());
        return contact.content().text().isBlank()
                ? Optional.empty()
                : Optional.of(new Reading.Understood(contact));
    }

    public Reading line(Arrival arrival) {
        return switch (form.read(arrival, OF_LINES)) {
            case Reading.Invalid(boolean malformed, List<Fault> faults) ->
                    Reading.Unclear.because(
                            malformed ? "line-not-json" : "line-not-a-complaint",
                            String.join("; ", faults.stream().map(Fault::detail).toList()));
            case Reading.Unclear unclear -> unclear;
            case Reading.SetAside aside -> aside;
            case Reading.Understood understood -> understood;
        };
    }

    /// The parser is asked only where there is something to parse: it costs more than all the rest
    /// of a row.
    ///
    /// @return nothing when the text is not one whole record
    public static Optional<List<String>> cells(String record, Mapping mapping) {
        if (record.indexOf('"') < 0 && record.indexOf('\n') < 0 && record.indexOf('\r') < 0) {
            return Optional.of(split(record, mapping.delimiter().charAt(0)));
        }
        List<List<String>> records = records(record, mapping);
        return records.size() == 1 ? Optional.of(records.getFirst()) : Optional.empty();
    }

    public static Arrival csvRow(
            SourceName source, Mapping mapping, String header, String row, Instant at) {
        byte[] content = (header + "\n" + row).getBytes(StandardCharsets.UTF_8);
        return new Arrival(source, null, mapping.name(), CSV, content, at)
                .maskedBy(whole -> masked(whole, mapping));
    }

    public static Arrival jsonLine(SourceName source, String line, Instant at) {
        return new Arrival(
                source, null, null, JSON_LINE, line.getBytes(StandardCharsets.UTF_8), at);
    }

    /// By some cells the source tells its rows apart; two that differ must stay different, so these
    /// are left as they are.
    private static byte[] masked(byte[] content, Mapping mapping) {
        byte[] masked = Discretion.masked(CSV, content);
        if (Arrays.equals(masked, content)) {
            return content;
        }
        List<List<String>> records = records(new String(content, StandardCharsets.UTF_8), mapping);
        List<String> ids =
                records.size() != 2
                        ? List.of()
                        : mapping.reader(records.getFirst())
                                .map(reader -> reader.identifying(records.getLast()))
                                .orElse(List.of());
        return ids.isEmpty()
                ? masked
                : Discretion.masked(
                        content,
                        StandardCharsets.UTF_8,
                        (text, start, end) ->
                                ids.stream().anyMatch(id -> isIn(id, text, start, end)));
    }

    /// Whether the number stands in a cell that says this.
    private static boolean isIn(String cell, String text, int start, int end) {
        int before = cell.indexOf(text.substring(start, end));
        return before >= 0 && text.startsWith(cell, start - before);
    }

    private Reading row(Mapping mapping, Arrival arrival) {
        String content = new String(arrival.content(), StandardCharsets.UTF_8);
        List<List<String>> records = records(content, mapping);
        Optional<RowReader> reader =
                records.isEmpty() ? Optional.empty() : mapping.reader(records.getFirst());
        if (reader.isEmpty()) {
            return Reading.Unclear.because(
                    "csv-header-unknown", "No layout of the mapping has these columns");
        }
        if (records.size() != 2) {
            return Reading.Unclear.because(
                    "csv-row-broken", "Not one whole row: a quote is open or misplaced");
        }
        return read(reader.get(), new Row.Whole(1, content, records.getLast()), arrival);
    }

    private static List<String> split(String record, char delimiter) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int end = record.indexOf(delimiter);
                end >= 0;
                end = record.indexOf(delimiter, start)) {
            cells.add(record.substring(start, end));
            start = end + 1;
        }
        cells.add(record.substring(start));
        return cells;
    }

    private static List<List<String>> records(String text, Mapping mapping) {
        List<List<String>> records = new ArrayList<>();
        try (var parser = format(mapping).parse(new StringReader(text))) {
            for (CSVRecord csv : parser) {
                records.add(csv.toList());
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return records;
        }
        return records;
    }

    private static CSVFormat format(Mapping mapping) {
        return CSVFormat.RFC4180.builder().setDelimiter(mapping.delimiter()).get();
    }
}
