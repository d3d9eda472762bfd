package amends.workflow.view;

import amends.contracts.wire.Wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// A board row as JSON, deflated to about a third: so all open ones stay in memory, and a page
/// needs no database.
final class PackedRow {

    /// What rows have in common; never kept anywhere, so it may change at any time.
    private static final byte[] COMMON =
            """
            "merged":{"duplicates":[{"id":"queue":"general","owner":"status":"clarified",\
            "status":"received","state":"cancelled","metAt":"state":"paused","state":"breached",\
            "state":"warned","level":"HIGH","level":"LOW","level":"NORMAL",\
            "reference":"status":"acknowledged","queue":"priority":{"level":"URGENT","score":\
            "factors":[{"factor":"customer-tier","points":20,"evidence":["premium"]}],\
            "policy":"priority@1"},"clocks":[{"clock":"acknowledgement","state":"met",\
            "startedAt":"2026-"warnAt":"2026-"dueAt":"2026-"metAt":"2026-},\
            {"clock":"first-human-reply","state":"running","startedAt":"2026-"warnAt":"2026-\
            "dueAt":"2026-},{"clock":"resolution","state":"running","startedAt":"2026-\
            "warnAt":"2026-"dueAt":"2026-}],"nextDue":"2026-"channel":"email","language":"en",\
            "product":"title":"customer":{"id":"name":"tier":"standard"},"receivedAt":"2026-\
            "changedAt":"2026-"version":"contacts":1}\
            """
                    .getBytes(StandardCharsets.UTF_8);

    private static final int BUFFER = 2048;

    /// Making one takes longer than packing a row; few threads pack.
    private static final ThreadLocal<Deflater> DEFLATERS =
            ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED));

    private final byte[] packed;

    private PackedRow(byte[] packed) {
        this.packed = packed;
    }

    static PackedRow of(BoardRow row) {
        Deflater deflater = DEFLATERS.get();
        deflater.reset();
        deflater.setDictionary(COMMON);
        deflater.setInput(Wire.write(row));
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
        byte[] buffer = new byte[BUFFER];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return new PackedRow(out.toByteArray());
    }

    RowJson json() {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && inflater.needsDictionary()) {
                    inflater.setDictionary(COMMON);
                }
                out.write(buffer, 0, read);
            }
            return new RowJson(out.toString(StandardCharsets.UTF_8));
        } catch (DataFormatException e) {
            throw new IllegalStateException("What was packed in this process is not damaged", e);
        } finally {
            inflater.end();
        }
    }

    /// In bytes.
    int size() {
        return packed.length;
    }
}
