package amends.intake.ledger;

import org.apache.kafka.clients.consumer.Consumer;

import java.util.function.Supplier;

/// Consumers of no group, for topics that are read to their end.
public record LedgerConsumers(Supplier<Consumer<String, byte[]>> made) {}
