package amends.contracts.wire;

import java.time.Instant;

/// Anything that crosses a topic. The four attributes become CloudEvents headers; none of them is
/// personal.
public interface Message {

    /// The record key; it decides the partition.
    String key();

    /// Unique within the topic, the same again when the same message is sent again.
    String messageId();

    /// The name of what happened or is wished, without prefix: `ComplaintReceived`.
    String type();

    Instant time();
}
