package amends.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.notification.DeliveryName;
import amends.contracts.notification.FailureReason;
import amends.contracts.notification.MessageId;
import amends.contracts.notification.NotificationEvent;
import amends.contracts.notification.NotificationEvent.NotificationBounced;
import amends.contracts.notification.NotificationEvent.NotificationFailed;
import amends.contracts.notification.NotificationEvent.NotificationSent;
import amends.contracts.notification.NotificationId;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.wire.Topics;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// What the sender does when all goes well, and when it does not. Nothing here waits: the clock is
/// moved by hand.
class SenderTest {

    private static final TopicPartition ZERO = new TopicPartition(Topics.NOTIFICATIONS.name(), 0);
    private static final Attempt ACCEPTED = new Attempt.Accepted(new MessageId("<m@x>"));
    private static final Attempt PUT_OFF = new Attempt.PutOff(new FailureReason("smtp-451"));
    private static final Attempt NOBODY = new Attempt.NobodyThere(new FailureReason("smtp-421"));
    private static final Attempt REJECTED = new Attempt.Rejected(new FailureReason("smtp-550"));

    private final MovedClock clock = new MovedClock();
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final RecordingFacts facts = new RecordingFacts();
    private final Set<NotificationId> settledLongAgo = new HashSet<>();
    private final SenderSettings settings =
            new SenderSettings(
                    10, 5, 3, Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(8));
    private Sender sender;
    private long offset;

    @BeforeEach
    void begin() {
        sender = newSender();
        sender.begin(Map.of(ZERO, 0L), Set.of());
    }

    @Test
    void theOffsetFollowsTheFactAndTheFactFollowsTheMail() {
        facts.durable = false;
        take("a@example.jp");
        sender.work();
        assertThat(delivery.sent).containsExactly("a@example.jp");
        assertThat(sender.finished()).isEmpty();

        facts.durable = true;
        sender.work();
        assertThat(delivery.sent).hasSize(1);
        assertThat(facts.outcomes(NotificationSent.class)).hasSize(1);
        assertThat(sender.finished()).containsEntry(ZERO, 1L);
    }

    @Test
    void whatHasAnOutcomeAheadIsNotSentAgain() {
        RecordedNotification settled = Requested.recorded("<s>", "settled@example.jp");
        NotificationId id = ((NotificationEvent.EmailRequested) settled.event()).id();
        sender.begin(Map.of(ZERO, 0L), Set.of(id));
        take(settled);
        take("b@example.jp");
        sender.work();
        assertThat(delivery.sent).containsExactly("b@example.jp");
        assertThat(sender.finished()).containsEntry(ZERO, 2L);
    }

    @Test
    void anOldRequestWhoseOutcomeIsInTheLogIsNotSentAgain() {
        RecordedNotification recorded = Requested.recorded("<o>", "old@example.jp");
        settledLongAgo.add(((NotificationEvent.EmailRequested) recorded.event()).id());
        take(
                new RecordedNotification(
                        recorded.complaintId(),
                        clock.instant().minus(Duration.ofDays(9)),
                        recorded.event()));
        sender.work();
        assertThat(delivery.sent).isEmpty();
        assertThat(sender.finished()).containsEntry(ZERO, 1L);
    }

    @Test
    void aBouncedMailIsAFactAndNoOneElseWaits() {
        delivery.answers.put("bad@example.jp", REJECTED);
        take("bad@example.jp");
        take("good@example.jp");
        sender.work();
        assertThat(facts.outcomes(NotificationBounced.class)).hasSize(1);
        assertThat(facts.outcomes(NotificationSent.class)).hasSize(1);
        assertThat(sender.finished()).containsEntry(ZERO, 2L);
    }

    @Test
    void aMailPutOffIsTriedAgainWithGrowingPausesUntilItFailed() {
        delivery.answers.put("busy@example.jp", PUT_OFF);
        take("busy@example.jp");
        take("good@example.jp");
        sender.work();
        assertThat(facts.outcomes(NotificationSent.class)).hasSize(1);
        assertThat(sender.finished()).isEmpty();

        sender.work();
        assertThat(delivery.tries("busy@example.jp")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(31));
        sender.work();
        assertThat(delivery.tries("busy@example.jp")).isEqualTo(2);
        clock.advance(Duration.ofSeconds(61));
        sender.work();
        NotificationFailed failed = facts.outcomes(NotificationFailed.class).getFirst();
        assertThat(failed.attempts()).isEqualTo(3);
        assertThat(failed.reason().value()).isEqualTo("smtp-451");
        assertThat(sender.finished()).containsEntry(ZERO, 2L);
    }

    @Test
    void aLongOutageCostsNoAttemptsAndLosesNothing() {
        delivery.outage = true;
        take("a@example.jp");
        take("b@example.jp");
        for (int i = 0; i < 50; i++) {
            sender.work();
            clock.advance(Duration.ofSeconds(9));
        }
        assertThat(facts.recorded).isEmpty();
        assertThat(delivery.batches).isBetween(10, 50);

        delivery.outage = false;
        sender.work();
        assertThat(facts.outcomes(NotificationSent.class)).hasSize(2);
        assertThat(sender.finished()).containsEntry(ZERO, 2L);
    }

    @Test
    void duringAnOutageTheServerIsLeftAloneForAWhile() {
        delivery.outage = true;
        take("a@example.jp");
        sender.work();
        sender.work();
        sender.work();
        assertThat(delivery.batches).isEqualTo(1);
    }

    @Test
    void noMoreIsTakenThanMayWait() {
        delivery.outage = true;
        for (int i = 0; i < settings.waiting(); i++) {
            assertThat(sender.isFull()).isFalse();
            take(i + "@example.jp");
        }
        sender.work();
        assertThat(sender.isFull()).isTrue();
    }

    @Test
    void aRecordDeliveredTwiceIsTakenOnce() {
        RecordedNotification recorded = Requested.recorded("<t>", "a@example.jp");
        sender.take(record(recorded, 7));
        sender.take(record(recorded, 7));
        sender.work();
        assertThat(delivery.sent).hasSize(1);
    }

    @Test
    void aPartitionTakenAwayIsForgottenAndItsSuccessorStartsFromTheCommittedOffset() {
        delivery.outage = true;
        take("a@example.jp");
        sender.work();
        sender.end(List.of(ZERO));
        delivery.outage = false;
        clock.advance(Duration.ofMinutes(1));
        sender.work();
        assertThat(delivery.sent).isEmpty();
        assertThat(sender.finished()).isEmpty();
    }

    @Test
    void aDeliveryThatBreaksKeepsItsMessages() {
        delivery.breaks = true;
        take("a@example.jp");
        sender.work();
        delivery.breaks = false;
        clock.advance(Duration.ofSeconds(9));
        sender.work();
        assertThat(facts.outcomes(NotificationSent.class)).hasSize(1);
    }

    @Test
    void recordsOfOtherKindsAndUnreadableOnesArePassedOver() {
        sender.take(
                new ConsumerRecord<>(
                        ZERO.topic(),
                        0,
                        offset++,
                        "k",
                        "{broken".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        take(
                new RecordedNotification(
                        Requested.recorded("<x>", "x@example.jp").complaintId(),
                        clock.instant(),
                        new NotificationBounced(
                                new NotificationId("N"),
                                amends.contracts.notification.NotificationKind.REPLY,
                                new FailureReason("smtp-550"))));
        take("a@example.jp");
        sender.work();
        assertThat(delivery.sent).containsExactly("a@example.jp");
        assertThat(sender.finished()).containsEntry(ZERO, 3L);
    }

    private Sender newSender() {
        Patience patience =
                new Patience(settings.firstPause(), settings.longestPause(), new Random(7));
        return new Sender(
                delivery,
                facts,
                settledLongAgo::contains,
                clock,
                settings,
                new SenderMetrics(new SimpleMeterRegistry()),
                new Verdicts(delivery.name(), settings.attempts(), patience),
                new Patience(Duration.ofSeconds(1), settings.outagePause(), new Random(7)));
    }

    private void take(String to) {
        take(Requested.recorded("<" + to + ">", to));
    }

    private void take(RecordedNotification recorded) {
        sender.take(record(recorded, offset++));
    }

    private static ConsumerRecord<String, byte[]> record(RecordedNotification recorded, long at) {
        ProducerRecord<String, byte[]> sent = Topics.NOTIFICATIONS.record(recorded);
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                at,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    /// Remembers what it was told to send and answers as told.
    private static final class RecordingDelivery implements Delivery {

        final List<String> tried = new ArrayList<>();
        final List<String> sent = new ArrayList<>();
        final Map<String, Attempt> answers = new HashMap<>();
        int batches;
        boolean outage;
        boolean breaks;

        @Override
        public DeliveryName name() {
            return new DeliveryName("email");
        }

        @Override
        public List<Attempt> deliver(List<Outgoing> messages) {
            batches++;
            if (breaks) {
                throw new IllegalStateException("broken on purpose");
            }
            return messages.stream()
                    .map(message -> answer(message.request().to().value()))
                    .toList();
        }

        private Attempt answer(String to) {
            tried.add(to);
            Attempt answer = outage ? NOBODY : answers.getOrDefault(to, ACCEPTED);
            if (answer instanceof Attempt.Accepted) {
                sent.add(to);
            }
            return answer;
        }

        long tries(String to) {
            return tried.stream().filter(to::equals).count();
        }
    }

    private static final class RecordingFacts implements Facts {

        final List<RecordedNotification> recorded = new ArrayList<>();
        boolean durable = true;

        @Override
        public void record(List<RecordedNotification> now) throws NotDurable {
            if (!durable) {
                throw new NotDurable(new IllegalStateException("no broker"));
            }
            recorded.addAll(now);
        }

        <E extends NotificationEvent> List<E> outcomes(Class<E> type) {
            return recorded.stream()
                    .map(RecordedNotification::event)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.now();

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
