package amends.intake.bulk;

import amends.contracts.wire.Wire;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// The answer to an upload: NDJSON, a line per row and a last one that adds them up.
///
/// @param status `new`, `appended`, `known`, `quarantined`, `rejected`, or `undecided` when nobody
///   answered in time
record RowReport(
        long row,
        String status,
        @Nullable String complaintId,
        @Nullable String contactId,
        @Nullable String quarantineId,
        @Nullable String reason) {

    private static final ObjectWriter LINES =
            Wire.mapper()
                    .writer()
                    .withRootValueSeparator("\n")
                    .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private record Summary(Progress summary) {}

    static void write(Ledger ledger, Progress progress, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        SequenceWriter lines = LINES.writeValues(buffered);
        for (long row = 1; row <= progress.received(); row++) {
            lines.write(of(ledger.entry(row)));
        }
        lines.write(new Summary(progress));
        lines.flush();
        buffered.write('\n');
        buffered.flush();
    }

    private static RowReport of(Ledger.Entry entry) {
        boolean contact = !entry.complaint().isEmpty();
        return new RowReport(
                entry.row(),
                entry.status().word(),
                contact ? entry.complaint() : null,
                contact ? entry.id() : null,
                contact || entry.id().isEmpty() ? null : entry.id(),
                entry.reason().isEmpty() ? null : entry.reason());
    }
}
