package amends.workflow.stream;

import amends.contracts.complaint.ComplaintId;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// A key that sorts by time: due in milliseconds, eight bytes from high to low, then the complaint
/// id.
record TimerKey(long dueMillis, ComplaintId complaint) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /// Rounds up: a timer never fires before it is due.
    static TimerKey of(Instant due, ComplaintId complaint) {
        return new TimerKey(due.plusNanos(NANOS_PER_MILLI - 1).toEpochMilli(), complaint);
    }

    Duration lateBy(Instant now) {
        return Duration.between(Instant.ofEpochMilli(dueMillis), now);
    }

    byte[] bytes() {
        byte[] id = complaint.value().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(Long.BYTES + id.length).putLong(dueMillis).put(id).array();
    }

    static TimerKey read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long due = buffer.getLong();
        return new TimerKey(
                due, new ComplaintId(StandardCharsets.US_ASCII.decode(buffer).toString()));
    }

    /// Sorts before every key of that time.
    static byte[] lowest(long dueMillis) {
        return ByteBuffer.allocate(Long.BYTES).putLong(dueMillis).array();
    }
}
