package amends.intake.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import amends.contracts.complaint.Outcome.Disposition;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.SourceName;
import amends.contracts.ledger.Fate;
import amends.contracts.ledger.RecordedMinute;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class ConservationTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:30Z");
    private static final SourceName MAIL = new SourceName("mail");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Map<String, RecordedMinute> shelf = new HashMap<>();
    private Conservation books = new Conservation("one", PATIENCE);

    @Test
    void eachInputIsBookedInTheMinuteOfItsArrival() {
        Ticket ticket = accept("c1", NOON);
        books.received(MAIL, NOON);
        books.decided(MAIL, NOON, Fate.SET_ASIDE);
        assertThat(row()).isEqualTo(new SourceMinute(minute(), "mail", 2, 0, 0, 0, 0, 0, 1, 0, 1));
        books.answered(ticket, Disposition.APPENDED, 0, 7);
        assertThat(row()).isEqualTo(new SourceMinute(minute(), "mail", 2, 0, 1, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void whatIsNotAnsweredInTimeIsMissingByNameUntilItIs() {
        Ticket ticket = accept("c1", NOON);
        assertThat(books.missing(NOON.plus(PATIENCE)).count()).isZero();
        Conservation.Missing missing = books.missing(NOON.plus(PATIENCE).plusSeconds(60));
        assertThat(missing.count()).isEqualTo(1);
        assertThat(missing.contacts())
                .containsExactly(new Conservation.MissingContact("c1", "mail", NOON));
        books.answered(ticket, Disposition.NEW, 0, 1);
        assertThat(books.missing(NOON.plus(Duration.ofDays(1))))
                .isEqualTo(new Conservation.Missing(0, List.of()));
    }

    @Test
    void whatDidNotBecomeDurableIsNotWaitedFor() {
        Ticket ticket = accept("c1", NOON);
        books.giveUp(ticket);
        books.decided(MAIL, NOON, Fate.FAILED);
        assertThat(books.missing(NOON.plus(Duration.ofDays(1))).contacts()).isEmpty();
        assertThat(row().open()).isZero();
    }

    @Test
    void minutesThatBalanceAreForgottenAfterADayAndOthersStay() {
        Ticket first = accept("c1", NOON);
        accept("c2", NOON.plusSeconds(60));
        books.answered(first, Disposition.NEW, 0, 1);
        books.received(MAIL, NOON.plus(Duration.ofHours(25)));
        assertThat(books.since(Instant.EPOCH))
                .extracting(SourceMinute::minute)
                .containsExactly(minute().plus(Duration.ofHours(25)), minute().plusSeconds(60));
    }

    @Test
    void oldMinutesAreLookedThroughOnceInAMinute() {
        for (int minute = 42_999; minute >= 0; minute--) {
            books.received(MAIL, NOON.plus(Duration.ofMinutes(minute)));
        }
        Instant later = NOON.plus(Duration.ofMinutes(43_000));
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    for (int i = 0; i < 100_000; i++) {
                        books.received(MAIL, later);
                    }
                });
        assertThat(books.since(later).getFirst().received()).isEqualTo(100_000);
    }

    @Test
    void anAnswerCountsOnceHoweverOftenItIsReadAndAfterWhateverRestart() {
        Random random = new Random(11);
        List<Ticket> tickets = new ArrayList<>();
        List<Runnable> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            tickets.add(accept("c" + i, NOON.plusSeconds(random.nextInt(300))));
            Ticket ticket = tickets.getLast();
            long offset = i;
            answers.add(
                    () ->
                            books.answered(
                                    ticket, Disposition.values()[(int) offset % 3], 0, offset));
        }
        int read = 0;
        while (read < answers.size()) {
            int until = Math.min(answers.size(), read + 1 + random.nextInt(30));
            for (; read < until; read++) {
                answers.get(read).run();
            }
            if (random.nextBoolean()) {
                restart();
                // the position may have been written long before
                read = Math.toIntExact(books.readFrom(0));
                read = Math.max(0, read - random.nextInt(40));
            }
        }
        assertThat(books.since(Instant.EPOCH).stream().mapToLong(SourceMinute::received).sum())
                .isEqualTo(200);
        assertThat(books.since(Instant.EPOCH))
                .allMatch(
                        row ->
                                row.open() == 0
                                        && row.received()
                                                == row.fresh() + row.appended() + row.known());
        assertThat(books.missing(NOON.plus(Duration.ofDays(1))).contacts()).isEmpty();
    }

    @Test
    void whoStillWaitsAfterARestartIsKnownByName() {
        accept("c1", NOON);
        restart();
        assertThat(books.missing(NOON.plus(Duration.ofHours(1))).contacts())
                .containsExactly(new Conservation.MissingContact("c1", "mail", NOON));
    }

    @Test
    void anAnswerBringsBackACountThatACrashTookAway() {
        Ticket ticket = accept("c1", NOON);
        books = new Conservation("one", PATIENCE);
        books.answered(ticket, Disposition.NEW, 0, 1);
        assertThat(row().received()).isEqualTo(1);
        assertThat(row().open()).isZero();
    }

    @Test
    void anotherInstancesAnswerIsItsOwnMatter() {
        Ticket other = new Conservation("two", PATIENCE).ticket(MAIL, NOON, "c1");
        books.answered(other, Disposition.NEW, 0, 1);
        assertThat(books.since(Instant.EPOCH)).isEmpty();
        assertThat(books.readFrom(0)).isEqualTo(2);
    }

    private void restart() {
        books.changed(NOON).forEach(minute -> shelf.put(minute.key(), minute));
        books = new Conservation("one", PATIENCE);
        books.restore(List.copyOf(shelf.values()));
    }

    private Ticket accept(String contact, Instant at) {
        Ticket ticket = books.ticket(MAIL, at, contact);
        books.received(MAIL, at);
        books.waitFor(ticket, new ContactId(contact), at);
        return Ticket.parse(ticket.correlation()).orElseThrow();
    }

    private SourceMinute row() {
        assertThat(books.since(Instant.EPOCH)).hasSize(1);
        return books.since(Instant.EPOCH).getFirst();
    }

    private static Instant minute() {
        return Instant.parse("2026-04-01T12:00:00Z");
    }
}
