package amends.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.MediaTypeName;
import amends.intake.FuzzTarget;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What the fuzzer calls, one reader of words each: whatever is written is read or left alone.
public final class FuzzTargets {

    private FuzzTargets() {}

    /// Replies with what they quote, and signatures: all that stays are lines of the mail, and
    /// something stays.
    public static final class Reply implements FuzzTarget {
        @Override
        public void take(byte[] input) {
            String mail = text(input);
            String own = Signatures.strip(QuotedReplies.strip(mail));
            assertThat(own.isBlank()).isEqualTo(mail.isBlank());
            assertThat(own).hasSizeLessThanOrEqualTo(mail.length() + 500);
        }
    }

    /// Plain text and mark-up: one spelling, which stays as it is when it is read again.
    public static final class Words implements FuzzTarget {
        @Override
        public void take(byte[] input) {
            String plain = PlainText.of(text(input));
            assertThat(plain).hasSizeLessThanOrEqualTo(PlainText.LONGEST).isEqualTo(plain.strip());
            assertThat(plain.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')).isFalse();
            PlainText.ofHtml(text(input));
            Mentions.reference(plain);
            Mentions.product(plain);
            Mentions.orders(List.of(), plain);
            Languages.of(plain);
        }
    }

    /// Numbers that nobody should have sent: in no charset and no spelling of JSON do they pass.
    public static final class Numbers implements FuzzTarget {
        private static final MediaTypeName JSON = new MediaTypeName("application/json");
        private static final List<Charset> OF_MAILS =
                List.of(
                        StandardCharsets.UTF_16LE,
                        Charset.forName("windows-31j"),
                        Charset.forName("x-windows-iso2022jp"),
                        Charset.forName("ISO-2022-CN"));

        @Override
        public void take(byte[] input) {
            byte[] masked = Discretion.masked(new MediaTypeName("text/plain"), input);
            String text = text(masked);
            PlainCards.areNotIn(text);
            if (java.util.Arrays.equals(text(input).getBytes(StandardCharsets.UTF_8), input)) {
                assertThat(text).isEqualTo(PersonalNumbers.masked(text(input)));
            }
            OF_MAILS.forEach(charset -> Discretion.masked(input, charset));
            json(input);
        }

        private static void json(byte[] input) {
            tree(input)
                    .ifPresent(
                            sent -> {
                                JsonNode kept =
                                        tree(Discretion.masked(JSON, input))
                                                .orElseThrow(
                                                        () ->
                                                                new AssertionError(
                                                                        "It is JSON no longer"));
                                assertThat(kept.size()).isEqualTo(sent.size());
                                PlainCards.areNotIn(kept.path("text").asString(""));
                            });
        }

        private static Optional<JsonNode> tree(byte[] json) {
            try {
                return Optional.of(JsonMapper.shared().readTree(json));
            } catch (JacksonException e) {
                return Optional.empty();
            }
        }
    }

    /// Telephone numbers and addresses: what was read is read the same again.
    public static final class ContactPoint implements FuzzTarget {
        @Override
        public void take(byte[] input) {
            PhoneNumbers.read(text(input), "JP")
                    .ifPresent(
                            phone ->
                                    assertThat(PhoneNumbers.read(phone.value(), "ZZ"))
                                            .contains(phone));
            MailAddresses.read(text(input))
                    .ifPresent(
                            address ->
                                    assertThat(MailAddresses.read(address.value()))
                                            .contains(address));
        }
    }

    /// Dates and times: within the years that every calendar and database knows.
    public static final class Moment implements FuzzTarget {
        private static final Moments MOMENTS =
                new Moments(ZoneId.of("Asia/Tokyo"), List.of("d.M.uuuu[ H:mm]"));

        @Override
        public void take(byte[] input) {
            MOMENTS.read(text(input))
                    .ifPresent(
                            moment -> {
                                assertThat(moment)
                                        .isBetween("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z");
                                assertThat(MOMENTS.read(moment.toString())).contains(moment);
                            });
        }
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
