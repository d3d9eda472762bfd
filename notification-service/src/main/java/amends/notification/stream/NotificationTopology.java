package amends.notification.stream;

import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.notification.rule.Correspondence;
import amends.notification.rule.Telling;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/// `amends.complaints` → rules → `amends.notifications`, with a store of what is known of each
/// customer and one of the follow-ups in the order of their days.
final class NotificationTopology {

    private static final String TELL_CUSTOMERS = "tell-customers";

    private NotificationTopology() {}

    static Topology of(Telling telling, StreamSettings settings, StreamMetrics metrics) {
        return new Topology()
                .addSource(
                        "complaints",
                        new StringDeserializer(),
                        new EventsThatConcernCustomers(),
                        Topics.COMPLAINTS.name())
                .addProcessor(
                        TELL_CUSTOMERS,
                        () -> new TellCustomers(telling, settings, metrics),
                        "complaints")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(TellCustomers.CORRESPONDENCE),
                                Serdes.String(),
                                json()),
                        TELL_CUSTOMERS)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(TellCustomers.SCHEDULE),
                                Due.SERDE,
                                Serdes.Integer()),
                        TELL_CUSTOMERS)
                .addSink(
                        "notifications",
                        Topics.NOTIFICATIONS.name(),
                        new StringSerializer(),
                        Topics.NOTIFICATIONS.serde().serializer(),
                        TELL_CUSTOMERS);
    }

    private static Serde<Correspondence> json() {
        return Serdes.serdeFrom(
                (_, known) -> known == null ? null : Wire.write(known),
                (_, bytes) -> bytes == null ? null : Wire.read(bytes, Correspondence.class));
    }
}
