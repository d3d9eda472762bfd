package amends.intake.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.SourceName;
import amends.intake.ledger.Remainders.Kind;
import amends.intake.ledger.Remainders.Remainder;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class RemaindersTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final SourceName MAIL = new SourceName("mail");

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
    void whatIsBeingClearedIsNone() {
        report(3, NOON);
        report(2, NOON.plusSeconds(500));
        assertThat(remainders.missing(NOON.plusSeconds(1_000))).isZero();
        report(5, NOON.plusSeconds(1_050));
        assertThat(remainders.open(NOON.plusSeconds(1_200)))
                .extracting(Remainder::overdue)
                .containsExactly(true);
    }

    @Test
    void nothingLeftEndsIt() {
        report(3, NOON);
        remainders.report(MAIL, Kind.FILE, 1, List.of(), NOON);
        report(0, NOON);
        assertThat(remainders.open(NOON)).extracting(Remainder::kind).containsExactly(Kind.FILE);
    }

    private void report(long count, Instant at) {
        remainders.report(MAIL, Kind.MAILBOX, count, List.of("uid 1"), at);
    }
}
