package amends.analytics.stream;

import amends.contracts.wire.Wire;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// JSON for state and for what travels inside the topology.
final class WireSerde {

    private WireSerde() {}

    static <T> Serde<T> of(Class<T> type) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : Wire.write(value),
                (topic, bytes) -> bytes == null ? null : Wire.read(bytes, type));
    }
}
