package amends.notification.stream;

import amends.contracts.complaint.ComplaintId;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// The place of a follow-up in the schedule. As bytes it begins with the time, so that a store
/// keeps the earliest first.
record Due(Instant at, String complaint) {

    static final Serde<Due> SERDE =
            Serdes.serdeFrom((_, due) -> due.bytes(), (_, bytes) -> Due.of(bytes));

    static Due of(Instant at, ComplaintId complaint) {
        return new Due(at, complaint.value());
    }

    /// Before everything that is due at or after `at`.
    static Due start(Instant at) {
        return new Due(at, "");
    }

    private byte[] bytes() {
        byte[] name = complaint.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(Math.max(0, at.toEpochMilli()))
                .put(name)
                .array();
    }

    private static Due of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Instant at = Instant.ofEpochMilli(buffer.getLong());
        byte[] name = new byte[buffer.remaining()];
        buffer.get(name);
        return new Due(at, new String(name, StandardCharsets.US_ASCII));
    }
}
