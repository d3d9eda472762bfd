package amends.deploy.broker;

import amends.contracts.wire.Topic;

import java.nio.file.Path;

/// How a single loopback node is set: everything replicated once, topics created on purpose only.
record BrokerSettings(Path log, int port, int controllerPort, int partitions) {

    String asProperties() {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        log.dirs=%3$s

        auto.create.topics.enable=false
        num.partitions=%4$d
        default.replication.factor=1
        min.insync.replicas=1
        message.max.bytes=%5$d
        replica.fetch.max.bytes=%5$d
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=%4$d
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=%4$d
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=1

        # a small machine: few threads, small buffers, no waiting for members that never come
        num.network.threads=2
        num.io.threads=4
        background.threads=4
        num.recovery.threads.per.data.dir=2
        log.cleaner.dedupe.buffer.size=16777216
        log.segment.bytes=134217728
        group.initial.rebalance.delay.ms=0
        """
                .formatted(
                        port,
                        controllerPort,
                        log.toString().replace('\\', '/'),
                        partitions,
                        Topic.LARGEST_RECORD_BYTES);
    }
}
