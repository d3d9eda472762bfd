package amends.workflow.routing;

import org.jspecify.annotations.Nullable;

/// The ordered entries of one pool's line. A sorted map or a Kafka Streams key-value store is one;
/// changes are seen at once. Keys are ASCII; their order is that of their characters.
public interface LineStore {

    byte @Nullable [] get(String key);

    void put(String key, byte[] value);

    void delete(String key);

    /// The lowest key that begins with `prefix`.
    @Nullable String first(String prefix);
}
