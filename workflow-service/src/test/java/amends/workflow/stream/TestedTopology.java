package amends.workflow.stream;

import amends.contracts.wire.Message;
import amends.contracts.wire.Topic;
import amends.contracts.wire.Wire;
import amends.workflow.complaint.ComplaintDecider;
import amends.workflow.policy.Policies;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;

/// The whole topology without a broker, and what goes in and comes out of it.
record TestedTopology(TopologyTestDriver driver) implements AutoCloseable {

    static TestedTopology start(
            Path stateDir, Supplier<Policies> policies, MeterRegistry registry) {
        Properties properties = new Properties();
        properties.putAll(
                new StreamsSettings("test", stateDir, 1, 10, 5).properties("nowhere:9092"));
        return new TestedTopology(
                new TopologyTestDriver(
                        WorkflowTopology.build(
                                new TopologyConfig(new StreamsConfig(properties)),
                                new ComplaintDecider(),
                                policies,
                                new WorkflowMetrics(registry)),
                        properties,
                        Instant.now()));
    }

    <M extends Message> void send(Topic<M> topic, M message) {
        send(topic, new TestRecord<>(message.key(), Wire.write(message)));
    }

    void send(Topic<?> topic, TestRecord<String, byte[]> record) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(record);
    }

    <M extends Message> List<M> read(Topic<M> topic) {
        return output(topic.name()).stream()
                .map(record -> Wire.read(record.value(), topic.type()))
                .toList();
    }

    List<TestRecord<String, byte[]>> output(String topic) {
        return driver.createOutputTopic(
                        topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
