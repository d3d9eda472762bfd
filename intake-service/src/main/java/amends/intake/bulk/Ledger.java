package amends.intake.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What became of every row of one import. The rows are kept in a mapped file, a fixed number of
/// bytes each, so that memory stays the same whatever the size of the import.
final class Ledger implements AutoCloseable {

    /// What can become of a row. `UNDECIDED` is everything that nobody has answered for yet.
    enum Status {
        UNDECIDED('u'),
        NEW('n'),
        APPENDED('a'),
        KNOWN('k'),
        QUARANTINED('q'),
        REJECTED('r');

        private static final List<Status> ALL = List.of(values());

        private final byte code;
        private final String word = name().toLowerCase(Locale.ROOT);

        Status(char code) {
            this.code = (byte) code;
        }

        String word() {
            return word;
        }

        private static Status of(byte code) {
            for (Status status : ALL) {
                if (status.code == code) {
                    return status;
                }
            }
            throw new IllegalArgumentException("No status of a row is written " + (char) code);
        }
    }

    /// One row.
    ///
    /// @param complaint empty for rows that are no contact
    /// @param id of the contact or of the quarantined input
    record Entry(long row, Status status, String complaint, String id, String reason) {}

    private static final int SLOT = 128;
    private static final int SLOTS = 8192;
    private static final int COMPLAINT = 1;
    private static final int ID = 13;
    private static final int REASON = 39;
    private static final int REASON_BYTES = SLOT - REASON;

    private final FileChannel file;
    private final Arena arena = Arena.ofShared();
    private final List<MemorySegment> segments = new ArrayList<>();
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);
    private long rows;
    private long changes;
    private boolean closed;

    Ledger() {
        try {
            Path path = Files.createTempFile("amends-import-", ".rows");
            file =
                    FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens the next row, undecided.
    synchronized void open(Entry entry) {
        rows = entry.row();
        MemorySegment slot = slot(entry.row());
        put(slot, COMPLAINT, ID - COMPLAINT, entry.complaint());
        put(slot, ID, REASON - ID, entry.id());
        put(slot, REASON, REASON_BYTES, entry.reason());
        slot.set(ValueLayout.JAVA_BYTE, 0, entry.status().code);
        counts.merge(entry.status(), 1L, Long::sum);
    }

    /// Decides a row; the first decision stays.
    synchronized void decide(long row, Status status) {
        if (closed || row < 1 || row > rows) {
            return;
        }
        MemorySegment slot = slot(row);
        if (slot.get(ValueLayout.JAVA_BYTE, 0) == Status.UNDECIDED.code) {
            slot.set(ValueLayout.JAVA_BYTE, 0, status.code);
            counts.merge(Status.UNDECIDED, -1L, Long::sum);
            counts.merge(status, 1L, Long::sum);
            changes++;
            if (undecided() == 0) {
                notifyAll();
            }
        }
    }

    /// Waits until every row is decided, or until nothing was decided for a while.
    synchronized void await(Duration quiet) throws InterruptedException {
        long seen = -1;
        while (undecided() > 0 && seen != changes) {
            seen = changes;
            long end = System.nanoTime() + quiet.toNanos();
            for (long left = quiet.toMillis();
                    left > 0 && undecided() > 0;
                    left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        }
    }

    synchronized long received() {
        return rows;
    }

    synchronized Map<Status, Long> counts() {
        return Map.copyOf(counts);
    }

    synchronized Entry entry(long row) {
        MemorySegment slot = slot(row);
        return new Entry(
                row,
                Status.of(slot.get(ValueLayout.JAVA_BYTE, 0)),
                get(slot, COMPLAINT, ID - COMPLAINT),
                get(slot, ID, REASON - ID),
                get(slot, REASON, REASON_BYTES));
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        arena.close();
        file.close();
    }

    private long undecided() {
        return counts.getOrDefault(Status.UNDECIDED, 0L);
    }

    private MemorySegment slot(long row) {
        long index = row - 1;
        int segment = Math.toIntExact(index / SLOTS);
        while (segments.size() <= segment) {
            segments.add(map(segments.size()));
        }
        return segments.get(segment).asSlice(index % SLOTS * SLOT, SLOT);
    }

    private MemorySegment map(int segment) {
        try {
            long size = (long) SLOTS * SLOT;
            return file.map(FileChannel.MapMode.READ_WRITE, segment * size, size, arena);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The slot is new: what is not written in it is zero.
    private static void put(MemorySegment slot, int offset, int length, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int count = Math.min(bytes.length, length);
        MemorySegment.copy(bytes, 0, slot, ValueLayout.JAVA_BYTE, offset, count);
    }

    private static String get(MemorySegment slot, int offset, int length) {
        byte[] bytes = slot.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
        int end = 0;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
    }
}
