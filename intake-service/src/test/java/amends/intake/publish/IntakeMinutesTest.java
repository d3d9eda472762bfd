package amends.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.ChannelName;
import amends.intake.publish.Counts.Outcome;
import amends.intake.publish.IntakeMinutes.Minute;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

class IntakeMinutesTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:30Z");
    private static final ChannelName MAIL = new ChannelName("email");

    private final IntakeMinutes minutes = new IntakeMinutes();

    @Test
    void whatIsDecidedLaterCountsInTheMinuteOfItsArrival() {
        minutes.received(MAIL, NOON);
        minutes.received(MAIL, NOON.plusSeconds(40));
        minutes.decided(MAIL, NOON, Outcome.ACCEPTED);

        assertThat(minutes.since(NOON.minusSeconds(600)))
                .containsExactly(
                        new Minute(
                                Instant.parse("2026-04-01T12:01:00Z"),
                                "email",
                                1,
                                0,
                                0,
                                0,
                                0,
                                1,
                                0),
                        new Minute(
                                Instant.parse("2026-04-01T12:00:00Z"),
                                "email",
                                1,
                                1,
                                0,
                                0,
                                0,
                                0,
                                0));
    }

    @Test
    void everyRowBalances() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            ChannelName channel = new ChannelName("channel " + random.nextInt(3));
            Instant at = NOON.plusSeconds(random.nextInt(3_000));
            minutes.received(channel, at);
            if (random.nextInt(10) > 0) {
                minutes.decided(channel, at, Outcome.values()[random.nextInt(5)]);
            }
        }

        assertThat(minutes.since(NOON)).hasSizeGreaterThan(100);
        assertThat(minutes.since(NOON).stream().mapToLong(Minute::received).sum()).isEqualTo(2_000);
        assertThat(minutes.since(NOON))
                .allMatch(
                        it ->
                                it.underWay() >= 0
                                        && it.received()
                                                == it.accepted()
                                                        + it.quarantined()
                                                        + it.rejected()
                                                        + it.failed()
                                                        + it.setAside()
                                                        + it.underWay());
    }

    @Test
    void whatIsOlderThanADayIsForgotten() {
        minutes.received(MAIL, NOON);
        minutes.received(MAIL, NOON.plus(Duration.ofHours(25)));

        assertThat(minutes.since(Instant.EPOCH)).hasSize(1);
    }
}
