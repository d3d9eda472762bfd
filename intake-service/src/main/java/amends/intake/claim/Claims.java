package amends.intake.claim;

import amends.contracts.ledger.ClaimId;
import amends.contracts.ledger.RecordedClaim;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.intake.ledger.Conservation;
import amends.intake.ledger.LedgerConsumers;
import amends.intake.ledger.Remainders;
import amends.intake.ledger.TopicReading;
import amends.intake.publish.Log;
import amends.intake.publish.NotDurable;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What sources say they sent, kept on a topic and looked for until all of it has arrived. What
/// does not come is a remainder, and in the end an alarm.
public final class Claims {

    private final Log log;
    private final LedgerConsumers consumers;
    private final ArrivalScan scan;
    private final Conservation books;
    private final Remainders remainders;
    private final InstantSource clock;
    private final Map<ClaimId, ClaimCheck> open = new LinkedHashMap<>();
    private boolean fetched;

    Claims(
            Log log,
            LedgerConsumers consumers,
            Conservation books,
            Remainders remainders,
            InstantSource clock) {
        this.log = log;
        this.consumers = consumers;
        this.scan = new ArrivalScan(consumers.made());
        this.books = books;
        this.remainders = remainders;
        this.clock = clock;
    }

    /// @return how it stands now; it is durable by then
    /// @throws NotDurable when Kafka does not answer in time
    public synchronized Standing add(RecordedClaim claim) {
        log.write(Topics.CLAIMS.record(claim));
        ClaimCheck check = new ClaimCheck(claim);
        open.put(claim.id(), check);
        try {
            look(check);
        } catch (KafkaException e) {
            throw new NotDurable(e);
        }
        Standing standing = check.standing();
        tell();
        return standing;
    }

    /// Those that something is missing of.
    public synchronized List<Standing> open() {
        return open.values().stream()
                .map(ClaimCheck::standing)
                .filter(each -> !each.allArrived())
                .toList();
    }

    /// Looks for what is missing; what has arrived altogether is forgotten.
    ///
    /// @throws KafkaException or [NotDurable] when the broker does not answer
    synchronized void lookForAll() {
        if (!fetched) {
            fetch();
            fetched = true;
        }
        open.values().forEach(this::look);
        tell();
        for (ClaimCheck check : List.copyOf(open.values())) {
            if (check.standing().allArrived()) {
                ClaimId id = check.claim().id();
                log.write(new ProducerRecord<>(Topics.CLAIMS.name(), id.value(), null));
                open.remove(id);
            }
        }
    }

    private void fetch() {
        Map<String, byte[]> latest = new LinkedHashMap<>();
        try (Consumer<String, byte[]> consumer = consumers.made().get()) {
            List<TopicPartition> partitions =
                    TopicReading.partitions(consumer, Topics.CLAIMS.name());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            TopicReading.toTheEnd(consumer, each -> take(each, latest));
        }
        for (byte[] value : latest.values()) {
            RecordedClaim claim = Wire.read(value, RecordedClaim.class);
            open.putIfAbsent(claim.id(), new ClaimCheck(claim));
        }
    }

    private static void take(ConsumerRecord<String, byte[]> each, Map<String, byte[]> latest) {
        if (each.value() == null) {
            latest.remove(each.key());
        } else {
            latest.put(each.key(), each.value());
        }
    }

    private void look(ClaimCheck check) {
        if (check.hasIds()) {
            scan.look(check);
        }
        RecordedClaim claim = check.claim();
        check.counted(books.distinct(claim.source(), claim.from(), check::covers));
    }

    private void tell() {
        for (ClaimCheck check : open.values()) {
            Standing standing = check.standing();
            remainders.report(
                    check.claim().source(),
                    Remainders.Kind.CLAIM,
                    standing.claim().value(),
                    standing.missing(),
                    standing.missingIds(),
                    clock.instant());
        }
    }
}
