package amends.intake.bulk;

import amends.contracts.wire.Wire;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

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

    private record Summary(Progress summary) {}

    static void write(Ledger ledger, Progress progress, OutputStream out) throws IOException {
        OutputStream lines = new BufferedOutputStream(out, 1 << 16);
        for (long row = 1; row <= progress.received(); row++) {
            line(lines, of(ledger.entry(row)));
        }
        line(lines, new Summary(progress));
        lines.flush();
    }

    private static RowReport of(Ledger.Entry entry) {
        boolean contact = !entry.complaint().isEmpty();
        return new RowReport(
                entry.row(),
                entry.status().name().toLowerCase(Locale.ROOT),
                contact ? entry.complaint() : null,
                contact ? entry.id() : null,
                contact || entry.id().isEmpty() ? null : entry.id(),
                entry.reason().isEmpty() ? null : entry.reason());
    }

    private static void line(OutputStream out, Object value) throws IOException {
        out.write(Wire.write(value));
        out.write('\n');
    }
}
