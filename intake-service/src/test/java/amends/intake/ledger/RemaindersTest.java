package amends.intake.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.SourceName;
import amends.intake.ledger.Remainders.Kind;
import amends.intake.ledger.Remainders.Remainder;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

class RemaindersTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final SourceName MAIL = new SourceName("mail");
    private static final Comparator<Remainder> OLDEST = Comparator.comparing(Remainder::since);

    private final Remainders remainders = new Remainders(Duration.ofMinutes(10));

    @Test
    void whatDoesNotGetSmallerBecomesAnAlarm() {
        report(3, NOON);
        report(3, NOON.plusSeconds(300));
        assertThat(remainders.missing(NOON.plusSeconds(600))).isZero();
        assertThat(remainders.missing(NOON.plusSeconds(601))).isEqualTo(3);
        assertThat(remainders.open(NOON.plusSeconds(601)))
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.overdue()).isTrue();
                            assertThat(each.ids()).containsExactly("uid 1");
                            assertThat(each.since()).isEqualTo(NOON);
                        });
    }

    @Test
    void gettingSmallerIsNoEnd() {
        report(3, NOON);
        report(2, NOON.plusSeconds(500));
        assertThat(remainders.missing(NOON.plusSeconds(600))).isZero();
        assertThat(remainders.missing(NOON.plusSeconds(601))).isEqualTo(2);
    }

    @Test
    void whatComesAfterItsEndBeginsAnew() {
        report(3, NOON);
        report(0, NOON.plusSeconds(500));
        report(5, NOON.plusSeconds(550));
        assertThat(remainders.missing(NOON.plusSeconds(1_000))).isZero();
        assertThat(remainders.missing(NOON.plusSeconds(1_151))).isEqualTo(5);
    }

    @Test
    void eachFileHasItsOwnAge() {
        for (int seconds = 0; seconds <= 700; seconds += 100) {
            file("a.csv", 4, NOON.plusSeconds(seconds));
            file("b.csv", seconds % 200 == 0 ? 9 : 0, NOON.plusSeconds(seconds));
        }
        assertThat(remainders.missing(NOON.plusSeconds(701))).isEqualTo(4);
        assertThat(remainders.open(NOON.plusSeconds(701)))
                .singleElement()
                .returns(true, Remainder::overdue);
    }

    @Test
    void theListEndsButTheAlarmCountsAll() {
        for (int i = 0; i < 1_500; i++) {
            file("f" + i, 1, NOON.minusSeconds(i));
        }
        Instant late = NOON.plusSeconds(601);
        assertThat(remainders.open(late)).hasSize(1_000).isSortedAccordingTo(OLDEST);
        assertThat(remainders.missing(late)).isEqualTo(1_500);
    }

    @Test
    void nothingLeftEndsIt() {
        report(3, NOON);
        remainders.report(MAIL, Kind.FILE, 1, List.of(), NOON);
        report(0, NOON);
        assertThat(remainders.open(NOON)).extracting(Remainder::kind).containsExactly(Kind.FILE);
    }

    private void file(String name, long count, Instant at) {
        remainders.report(MAIL, Kind.FILE, name, count, List.of(name), at);
    }

    private void report(long count, Instant at) {
        remainders.report(MAIL, Kind.MAILBOX, count, List.of("uid 1"), at);
    }
}
