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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// What sources say they sent, kept on a topic and looked for until all of it has arrived. What
/// does not come is a remainder, and in the end an alarm.
public final class Claims {

    private static final Logger LOGGER = LoggerFactory.getLogger(Claims.class);

    /// How far back what is named can be looked for; what is only counted, [Conservation#KEPT].
    public static final Duration LONGEST = Duration.ofDays(31);

    static final int MOST_OF_A_SOURCE = 200;
    private static final int MOST_IDS_OF_A_SOURCE = 500_000;

    private final Log log;
    private final LedgerConsumers consumers;
    private final ArrivalScan scan;
    private final Conservation books;
    private final Remainders remainders;
    private final InstantSource clock;
    private final Map<ClaimId, ClaimCheck> open = new LinkedHashMap<>();
    private final Duration patience;
    private final Semaphore news = new Semaphore(0);
    private boolean fetched;

    /// @param patience how long one that makes a claim waits for the first look
    Claims(
            Log log,
            LedgerConsumers consumers,
            Conservation books,
            Remainders remainders,
            InstantSource clock,
            Duration patience) {
        this.log = log;
        this.consumers = consumers;
        this.scan = new ArrivalScan(consumers.made());
        this.books = books;
        this.remainders = remainders;
        this.clock = clock;
        this.patience = patience;
    }

    /// @return how it stands; it is durable by then, and looked for if that takes not too long
    /// @throws NotDurable when Kafka does not answer in time
    /// @throws TooManyClaims when too much of this source is looked for already
    public Standing add(RecordedClaim claim) {
        ClaimCheck check = new ClaimCheck(claim);
        keep(check);
        news.release();
        check.awaitLook(patience);
        return check.standing();
    }

    private synchronized void keep(ClaimCheck check) {
        RecordedClaim claim = check.claim();
        List<ClaimCheck> others =
                open.values().stream()
                        .filter(each -> each.claim().source().equals(claim.source()))
                        .filter(each -> !each.claim().id().equals(claim.id()))
                        .toList();
        int ids = others.stream().mapToInt(each -> each.claim().ids().size()).sum();
        if (others.size() >= MOST_OF_A_SOURCE || ids + claim.ids().size() > MOST_IDS_OF_A_SOURCE) {
            throw new TooManyClaims(MOST_OF_A_SOURCE, MOST_IDS_OF_A_SOURCE);
        }
        log.write(Topics.CLAIMS.record(claim));
        open.put(claim.id(), check);
    }

    /// Those that something is missing of.
    public List<Standing> open() {
        return checks().stream()
                .map(ClaimCheck::standing)
                .filter(each -> !each.allArrived())
                .toList();
    }

    /// Looks for what is missing, first for what is new; what has arrived altogether, or can't be
    /// compared any more, is let go. One thread does this.
    ///
    /// @throws KafkaException or [NotDurable] when the broker does not answer
    void lookForAll() {
        if (!fetched) {
            fetch();
            fetched = true;
        }
        Instant now = clock.instant();
        List<ClaimCheck> checks = checks();
        checks.stream()
                .filter(check -> !isOver(check, now))
                .sorted(Comparator.comparing(ClaimCheck::isLookedFor))
                .forEach(this::look);
        tell(checks, now);
        for (ClaimCheck check : checks) {
            if (isOver(check, now) || check.standing().allArrived()) {
                letGo(check);
            }
        }
    }

    /// Waits for so long, or until there is a new one.
    void restUntilNew(Duration most) throws InterruptedException {
        if (news.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    /// Ends a rest.
    void wake() {
        news.release();
    }

    private static boolean isOver(ClaimCheck check, Instant now) {
        Duration kept = check.hasIds() ? LONGEST : Conservation.KEPT;
        return check.claim().from().plus(kept).isBefore(now);
    }

    private synchronized List<ClaimCheck> checks() {
        return List.copyOf(open.values());
    }

    /// Unless another was made in its place meanwhile.
    private synchronized void letGo(ClaimCheck check) {
        ClaimId id = check.claim().id();
        if (check.equals(open.get(id))) {
            log.write(new ProducerRecord<>(Topics.CLAIMS.name(), id.value(), null));
            open.remove(id);
            long missing = check.standing().missing();
            if (missing > 0) {
                LOGGER.warn("Claim {} is too old to be looked for; {} never came", id, missing);
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

    private synchronized void goOn(byte[] value) {
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
        check.looked();
    }

    /// Each claim by itself, so that one that stays open is not hidden by others that come and go.
    private void tell(List<ClaimCheck> checks, Instant now) {
        for (ClaimCheck check : checks) {
            Standing standing = check.standing();
            boolean over = isOver(check, now);
            remainders.report(
                    check.claim().source(),
                    Remainders.Kind.CLAIM,
                    standing.claim().value(),
                    over ? 0 : standing.missing(),
                    over ? List.of() : standing.missingIds(),
                    now);
        }
    }
}
