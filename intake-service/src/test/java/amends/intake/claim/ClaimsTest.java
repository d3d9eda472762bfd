package amends.intake.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.SourceName;
import amends.contracts.ledger.ClaimId;
import amends.contracts.ledger.RecordedClaim;
import amends.contracts.personal.FreeText;
import amends.contracts.wire.Topics;
import amends.intake.channel.EmailChannel;
import amends.intake.ledger.Conservation;
import amends.intake.ledger.LedgerConsumers;
import amends.intake.ledger.Remainders;
import amends.intake.publish.Logs;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

class ClaimsTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final SourceName SHOP = new SourceName("integration:shop");

    private final MockProducer<String, byte[]> topic =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Remainders remainders = new Remainders(Duration.ofMinutes(10));

    @Test
    void whatCannotBeLookedForIsNotKept() {
        assertThatException()
                .isThrownBy(() -> claims(NOON).add(counted(NOON, List.of(new FreeText(null)))));
        assertThat(topic.history()).isEmpty();
    }

    @Test
    void oneThatCannotBeReadLeavesTheOthersWatched() {
        topic.send(
                new ProducerRecord<>(
                        Topics.CLAIMS.name(),
                        "broken",
                        "{\"ids\":[null]}".getBytes(StandardCharsets.UTF_8)));
        topic.send(Topics.CLAIMS.record(counted(NOON.minusSeconds(3600), List.of())));
        Claims claims = claims(NOON);
        claims.lookForAll();
        assertThat(claims.open()).extracting(Standing::missing).containsExactly(5L);
        assertThat(remainders.open(NOON))
                .extracting(Remainders.Remainder::count)
                .containsExactly(5L);
    }

    @Test
    void whatIsTooOldToBeComparedIsLetGo() {
        String old = claims(NOON).add(counted(NOON, List.of())).claim().value();
        claims(NOON).add(counted(NOON.plusSeconds(60), List.of()));
        Instant later = NOON.plus(Conservation.KEPT).plusSeconds(1);
        remainders.report(SHOP, Remainders.Kind.CLAIM, old, 10, List.of(), NOON);
        Claims claims = claims(later);
        claims.lookForAll();
        assertThat(claims.open()).extracting(Standing::from).containsExactly(NOON.plusSeconds(60));
        assertThat(remainders.missing(later)).isZero();
        assertThat(remainders.open(later))
                .extracting(Remainders.Remainder::count)
                .containsExactly(5L);
        assertThat(topic.history().getLast().value()).as("for ever").isNull();
    }

    @Test
    void aMailboxNamesItsMailsByTheirMessageIdWhoeverElseGotThem() {
        ClaimCheck check = new ClaimCheck(counted(NOON, List.of(new FreeText("<m1@example.org>"))));
        assertThat(check.standing().missingIds()).containsExactly("<m1@example.org>");
        check.found(ContactId.derive(EmailChannel.MAIL, "<m1@example.org>").value());
        assertThat(check.standing().missingIds()).isEmpty();
    }

    @Test
    void oneSourceCanOnlyClaimSoMuch() {
        Claims claims = claims(NOON);
        for (int at = 0; at < Claims.MOST_OF_A_SOURCE; at++) {
            claims.add(counted(NOON.minusSeconds(at), List.of()));
        }
        claims.add(counted(NOON, List.of()));
        assertThatExceptionOfType(TooManyClaims.class)
                .isThrownBy(() -> claims.add(counted(NOON.plusSeconds(1), List.of())));
        assertThat(topic.history()).hasSize(Claims.MOST_OF_A_SOURCE + 1);
    }

    @Test
    void itIsAnsweredBeforeItIsLookedFor() {
        Claims claims = claims(NOON);
        assertThat(claims.add(counted(NOON, List.of())).looked()).isFalse();
        claims.lookForAll();
        assertThat(claims.open()).extracting(Standing::looked).containsExactly(true);
    }

    @Test
    void theMinutesOfASpanAreThoseThatOverlapIt() {
        ClaimCheck check = new ClaimCheck(counted(NOON, List.of()));
        assertThat(check.covers(NOON)).isTrue();
        assertThat(check.covers(NOON.plusSeconds(60))).as("begins at until").isFalse();
        assertThat(check.covers(NOON.minusSeconds(60))).as("ends at from").isFalse();
        assertThat(check.covers(NOON.minusSeconds(59))).isTrue();
    }

    private Claims claims(Instant now) {
        return new Claims(
                Logs.over(topic),
                new LedgerConsumers(this::consumer),
                new Conservation("one", Duration.ofMinutes(10)),
                remainders,
                InstantSource.fixed(now),
                Duration.ofMillis(1));
    }

    private static RecordedClaim counted(Instant from, List<FreeText> ids) {
        Instant until = from.plusSeconds(60);
        return new RecordedClaim(
                ClaimId.derive(SHOP, from, until),
                SHOP,
                from,
                until,
                5L,
                ids,
                null,
                null,
                new Actor(Actor.Kind.INTEGRATION, new ActorName("shop")),
                until);
    }

    /// Reads what was written so far.
    private Consumer<String, byte[]> consumer() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        String name = Topics.CLAIMS.name();
        List<ProducerRecord<String, byte[]>> written = topic.history();
        consumer.updatePartitions(name, List.of(new PartitionInfo(name, 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(new TopicPartition(name, 0), 0L));
        consumer.updateEndOffsets(Map.of(new TopicPartition(name, 0), (long) written.size()));
        consumer.schedulePollTask(
                () -> {
                    for (int at = 0; at < written.size(); at++) {
                        ProducerRecord<String, byte[]> each = written.get(at);
                        consumer.addRecord(
                                new ConsumerRecord<>(name, 0, at, each.key(), each.value()));
                    }
                });
        return consumer;
    }
}
