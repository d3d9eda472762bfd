package amends.workflow.stream;

import amends.contracts.wire.Message;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.workflow.authority.CustomerGrants;
import amends.workflow.complaint.ComplaintDecider;
import amends.workflow.policy.Policies;

import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import java.util.Map;
import java.util.function.Supplier;

/// What is connected to what:
///
/// ```
/// contacts ─┐
/// commands ─┤ wishes ► complaint ► amends.complaints, amends.outcomes, amends.dispatch,
///           │                          amends.grants, amends.commands of other complaints
/// notifications ─┤
/// insights ─┘
/// amends.dispatch ► dispatcher ► amends.commands, amends.outcomes
/// amends.grants ► ledger of grants ► amends.commands
/// ```
public final class WorkflowTopology {

    static final String COMPLAINT = "complaint";
    static final String DISPATCHER = "dispatcher";
    static final String LEDGER = "ledger-of-grants";

    private final Topology topology;

    private WorkflowTopology(TopologyConfig config) {
        this.topology = new Topology(config);
    }

    static Topology build(
            TopologyConfig config,
            ComplaintDecider decider,
            Supplier<Policies> policies,
            WorkflowMetrics metrics) {
        WorkflowTopology workflow = new WorkflowTopology(config);
        workflow.complaints(() -> new ComplaintProcessor(decider, policies, metrics));
        workflow.dispatcher(() -> new DispatchProcessor(policies));
        workflow.grants(() -> new GrantsProcessor(() -> policies.get().authority()));
        return workflow.topology;
    }

    private void complaints(ProcessorSupplier<String, Wish, String, Message> complaint) {
        wishes(Topics.CONTACTS, Wishes::of);
        wishes(Topics.COMMANDS, Wishes::of);
        wishes(Topics.NOTIFICATIONS, Wishes::of);
        wishes(Topics.INSIGHTS, Wishes::of);
        topology.addProcessor(
                COMPLAINT,
                complaint,
                translator(Topics.CONTACTS),
                translator(Topics.COMMANDS),
                translator(Topics.NOTIFICATIONS),
                translator(Topics.INSIGHTS));
        topology.addStateStore(
                store(ComplaintProcessor.COMPLAINTS, Serdes.String(), json(Kept.class)), COMPLAINT);
        topology.addStateStore(
                store(ComplaintProcessor.TIMERS, Serdes.ByteArray(), Serdes.ByteArray()),
                COMPLAINT);
        sink(Topics.COMPLAINTS, COMPLAINT);
        sink(Topics.OUTCOMES, COMPLAINT);
        sink(Topics.DISPATCH, COMPLAINT);
        sink(Topics.GRANTS, COMPLAINT);
        sink(Topics.COMMANDS, COMPLAINT);
    }

    private void dispatcher(ProcessorSupplier<String, byte[], String, Message> dispatcher) {
        source(Topics.DISPATCH);
        topology.addProcessor(DISPATCHER, dispatcher, Topics.DISPATCH.name());
        topology.addStateStore(
                store(DispatchProcessor.LINES, Serdes.String(), Serdes.ByteArray()), DISPATCHER);
        sink(Topics.COMMANDS, DISPATCHER);
        sink(Topics.OUTCOMES, DISPATCHER);
    }

    private void grants(ProcessorSupplier<String, byte[], String, Message> ledger) {
        source(Topics.GRANTS);
        topology.addProcessor(LEDGER, ledger, Topics.GRANTS.name());
        topology.addStateStore(
                store(GrantsProcessor.GRANTS, Serdes.String(), json(CustomerGrants.class)), LEDGER);
        sink(Topics.COMMANDS, LEDGER);
    }

    private <M extends Message> void wishes(Topic<M> topic, Translation.Translator<M> translator) {
        source(topic);
        topology.<String, byte[], String, Wish>addProcessor(
                translator(topic), () -> new Translation<>(topic, translator), topic.name());
    }

    /// Bytes: what can't be read shall fail while it is processed, where the dead letter is part of
    /// the transaction.
    private void source(Topic<?> topic) {
        topology.addSource(
                topic.name(), new StringDeserializer(), new ByteArrayDeserializer(), topic.name());
    }

    private void sink(Topic<?> topic, String processor) {
        topology.addSink(
                Outbox.sink(topic, processor),
                topic.name(),
                new StringSerializer(),
                Outbox.SERIALIZER,
                processor);
    }

    private static String translator(Topic<?> topic) {
        return "wish-of-" + topic.name();
    }

    static <K, V> StoreBuilder<KeyValueStore<K, V>> store(
            String name, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values)
                .withCachingDisabled()
                .withLoggingEnabled(
                        Map.of(
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                String.valueOf(Topic.LARGEST_RECORD_BYTES)));
    }

    static <T> Serde<T> json(Class<T> type) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : Wire.write(value),
                (topic, bytes) -> bytes == null ? null : Wire.read(bytes, type));
    }
}
