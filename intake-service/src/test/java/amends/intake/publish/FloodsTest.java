package amends.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.notification.MailTraces;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.EmailChannel;
import amends.intake.channel.House;
import amends.intake.channel.Reading;
import amends.intake.normalise.Normalisation;
import amends.intake.normalise.SharedPoints;
import amends.intake.recognise.Recogniser;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

class FloodsTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

    private final Channel mails =
            new Floods(3)
                    .within(
                            new EmailChannel(
                                    new House(new BrandName("Example"), Map.of(), ZoneId.of("UTC")),
                                    new Normalisation(
                                            Map.of(),
                                            SharedPoints.ONLY_MAILBOXES,
                                            new Recogniser(ZoneOffset.UTC, Map.of())),
                                    new MailTraces("amends.example")));

    @Test
    void whatOneSenderWritesToOneComplaintBeyondTheLimitIsLookedAtByAPerson() {
        for (int i = 0; i < 3; i++) {
            assertThat(read("a@example.com", i, NOON)).isInstanceOf(Reading.Understood.class);
        }
        assertThat(read("a@example.com", 3, NOON))
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear ->
                                assertThat(unclear.reason().value())
                                        .isEqualTo("too-many-from-one-sender"));
        assertThat(read("a@example.com", 1, NOON))
                .as("what comes again was let through")
                .isInstanceOf(Reading.Understood.class);
        assertThat(read("b@example.com", 4, NOON)).isInstanceOf(Reading.Understood.class);
        assertThat(read("a@example.com", 5, NOON.plus(Duration.ofMinutes(61))))
                .isInstanceOf(Reading.Understood.class);
    }

    @Test
    void aMailboxThatIsReadForTheFirstTimeIsNoFlood() {
        for (int day = 1; day < 20; day++) {
            String date = "Date: %d Mar 2026 09:00:00 +0000\r\n".formatted(day);
            assertThat(read(date, "a@example.com", day, NOON))
                    .isInstanceOf(Reading.Understood.class);
        }
        for (int i = 20; i < 23; i++) {
            read("Date: 5 Mar 2026 10:0%d:00 +0000\r\n".formatted(i % 10), "b@x.org", i, NOON);
        }
        assertThat(read("Date: 5 Mar 2026 10:30:00 +0000\r\n", "b@x.org", 23, NOON))
                .as("these were written within an hour")
                .isInstanceOf(Reading.Unclear.class);
    }

    @Test
    void aMailboxThatSeveralUseHasOnePace() {
        for (int i = 0; i < 3; i++) {
            assertThat(read("noreply@example.com", i, NOON)).isInstanceOf(Reading.Understood.class);
        }
        assertThat(read("noreply@example.com", 3, NOON)).isInstanceOf(Reading.Unclear.class);
    }

    private Reading read(String sender, int number, Instant at) {
        return read("", sender, number, at);
    }

    private Reading read(String headers, String sender, int number, Instant at) {
        String mail =
                "%sFrom: %s\r\nMessage-ID: <%d@x>\r\nReferences: <first@x>\r\n\r\nIt leaks"
                        .formatted(headers, sender, number);
        return mails.read(
                new Arrival(
                        new SourceName("mail"),
                        null,
                        null,
                        new MediaTypeName("message/rfc822"),
                        mail.getBytes(StandardCharsets.UTF_8),
                        at));
    }
}
