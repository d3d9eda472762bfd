package amends.intake.claim;

import amends.contracts.contact.SourceName;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What sources say they sent, kept on a topic and looked for until all of it has arrived. What
/// does not come is a remainder, and in the end an alarm.
public final class Claims {

    private static final Logger LOGGER = LoggerFactory.getLogger(Claims.class);

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
        ClaimCheck check = new ClaimCheck(claim);
        log.write(Topics.CLAIMS.record(claim));
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
        latest.values().forEach(this::goOn);
    }

    private void goOn(byte[] value) {
        try {
            ClaimCheck check = new ClaimCheck(Wire.read(value, RecordedClaim.class));
            open.putIfAbsent(check.claim().id(), check);
        } catch (RuntimeException e) {
            LOGGER.warn("A claim that can't be read is skipped: {}", e.toString());
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
        Map<String, List<Standing>> bySource = new TreeMap<>();
        for (ClaimCheck check : open.values()) {
            bySource.computeIfAbsent(check.claim().source().value(), _ -> new ArrayList<>())
                    .add(check.standing());
        }
        bySource.forEach(
                (source, standings) ->
                        remainders.report(
                                new SourceName(source),
                                Remainders.Kind.CLAIM,
                                standings.stream().mapToLong(Standing::missing).sum(),
                                standings.stream()
                                        .flatMap(each -> each.missingIds().stream())
                                        .toList(),
                                clock.instant()));
    }
}
