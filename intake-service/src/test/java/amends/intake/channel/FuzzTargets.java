package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.contracts.wire.Wire;
import amends.intake.FuzzTarget;
import amends.intake.mapping.Mappings;
import amends.intake.normalise.PlainCards;
import amends.intake.partner.PartnerChannel;
import amends.intake.partner.PartnerMapping;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the fuzzer calls, one parser each: nothing that arrives may make one throw, and what it
/// makes of it is a [SoundReading]. See the profile `fuzz`.
public final class FuzzTargets {

    private static final String JSON = "application/json";
    private static final String MAIL = "message/rfc822";

    private FuzzTargets() {}

    /// Mails, with all that is within them.
    public static final class Mail implements FuzzTarget {
        @Override
        public void take(byte[] input) {
            Arrival arrival = Channels.arrival(MAIL, input);
            SoundReading.of(Channels.EMAIL, arrival);
            SoundReading.of(Channels.EMAIL, arrival, Channels.EMAIL.readAsWritten(arrival));
        }
    }

    /// Headers of mails.
    public static final class Header implements FuzzTarget {
        @Override
        public void take(byte[] input) {
            String headers = new String(input, StandardCharsets.ISO_8859_1);
            byte[] mail = (headers + "\r\n\r\nIt leaks").getBytes(StandardCharsets.ISO_8859_1);
            SoundReading.of(Channels.EMAIL, Channels.arrival(MAIL, mail));
        }
    }

    /// What Outlook packs into one file: nothing comes out that was not in it.
    public static final class Tnef implements FuzzTarget {
        @Override
        public void take(byte[] input) {
            Winmail.unpacked(input)
                    .ifPresent(
                            winmail -> {
                                int bytes =
                                        winmail.files().stream()
                                                .mapToInt(file -> file.bytes().length)
                                                .sum();
                                assertThat(bytes).isLessThan(input.length);
                                assertThat(winmail.words()).hasSizeLessThan(input.length);
                            });
            byte[] mail =
                    joined(
                            "From: a@x\r\n"
                                    + "Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\n",
                            input);
            SoundReading.of(Channels.EMAIL, Channels.arrival(MAIL, mail));
        }

        private static byte[] joined(String head, byte[] body) {
            byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
            byte[] whole = java.util.Arrays.copyOf(start, start.length + body.length);
            System.arraycopy(body, 0, whole, start.length, body.length);
            return whole;
        }
    }

    /// CloudEvents in structured mode.
    public static final class Event implements FuzzTarget {
        @Override
        public void take(byte[] input) {
            event(input);
        }
    }

    /// Batches of CloudEvents.
    public static final class Batch implements FuzzTarget {
        @Override
        public void take(byte[] input) {
            try {
                Wire.mapper().readTree(input).valueStream().map(Wire::write).forEach(Batch::one);
            } catch (JacksonException e) {
                // refused
            }
        }

        private static void one(byte[] event) {
            try {
                event(event);
            } catch (JacksonException e) {
                throw new AssertionError("Readable when it was split", e);
            }
        }
    }

    /// CloudEvents in binary mode: lines of headers, then an empty one, then the data.
    public static final class Binary implements FuzzTarget {
        @Override
        public void take(byte[] input) {
            String[] parts = new String(input, StandardCharsets.UTF_8).split("\n\n", 2);
            Map<String, String> headers = new HashMap<>();
            parts[0].lines()
                    .map(line -> line.split(":", 2))
                    .filter(header -> header.length == 2)
                    .forEach(header -> headers.put(header[0], header[1].strip()));
            byte[] data = parts[parts.length - 1].getBytes(StandardCharsets.UTF_8);
            event(EventForms.structured(headers, headers.get("content-type"), data));
        }
    }

    private static void event(byte[] input) {
        SoundReading.of(Channels.EVENTS, Channels.arrival("application/cloudevents+json", input));
    }

    /// Complaints in canonical JSON.
    public static final class Complaint implements FuzzTarget {
        @Override
        public void take(byte[] input) {
            SoundReading.of(Channels.COMPLAINTS, Channels.arrival(JSON, input));
        }
    }

    /// Rows of CSV with their header; cells that need no parser are the same as by the parser.
    public static final class Row implements FuzzTarget {
        @Override
        public void take(byte[] input) {
            SoundReading.of(
                    Channels.BULK,
                    new Arrival(
                            new SourceName("fuzz"),
                            null,
                            Channels.MLIT.name(),
                            BulkChannel.CSV,
                            input,
                            Channels.NOW));
            String record = new String(input, StandardCharsets.UTF_8).replaceAll("[\"\r\n]", "");
            if (!record.isEmpty()) {
                String ended = record + "\n";
                assertThat(BulkChannel.cells(record, Channels.MLIT))
                        .isEqualTo(BulkChannel.cells(ended, Channels.MLIT));
            }
        }
    }

    /// Lines of NDJSON.
    public static final class Line implements FuzzTarget {
        @Override
        public void take(byte[] input) {
            Arrival arrival = Channels.arrival(JSON, input);
            Reading reading = Channels.BULK.line(arrival);
            assertThat(reading)
                    .as("nobody is there to be told")
                    .isNotInstanceOf(Reading.Invalid.class);
            SoundReading.of(Channels.BULK, arrival, reading);
        }
    }

    /// Every channel that JSON is posted to, and deliveries of LINE.
    public static final class Posted implements FuzzTarget {
        private static final List<Channel> CHANNELS =
                List.of(
                        PostedSamples.CALLS,
                        PostedSamples.CHAT,
                        PostedSamples.LINE,
                        PostedSamples.SOCIAL,
                        PostedSamples.SMS,
                        PostedSamples.RECEPTION,
                        PostedSamples.FIELD_VISIT,
                        PostedSamples.PACKAGING,
                        PostedSamples.SURVEY,
                        PostedSamples.NOTICES);

        @Override
        public void take(byte[] input) {
            Arrival arrival = Channels.arrival(JSON, input);
            for (Channel channel : CHANNELS) {
                SoundReading.of(channel, arrival);
                SoundReading.of(channel, arrival, channel.readAsWritten(arrival));
            }
            LineChannel.events(input).orElse(List.of()).forEach(Posted::delivered);
        }

        private static void delivered(byte[] event) {
            Arrival arrival = Channels.arrival(JSON, event);
            Reading reading = PostedSamples.LINE.delivered(arrival);
            assertThat(reading).as("LINE can't mend it").isNotInstanceOf(Reading.Invalid.class);
            SoundReading.of(PostedSamples.LINE, arrival, reading);
        }
    }

    /// Pages of a browser, and scans with their cover.
    public static final class Form implements FuzzTarget {
        private static final MediaTypeName PAGE =
                new MediaTypeName("multipart/form-data;boundary=\"page\"");

        @Override
        public void take(byte[] input) {
            String form = new String(input, StandardCharsets.ISO_8859_1);
            Arrival page =
                    PostedSamples.form(
                            form.replace(
                                    "TOKEN",
                                    PostedSamples.TOKENS.token(
                                            Channels.NOW.minusSeconds(10), "fuzz")));
            SoundReading.of(PostedSamples.WEB_FORM, page);
            SoundReading.of(
                    PostedSamples.WEB_FORM, page, PostedSamples.WEB_FORM.readAsWritten(page));
            SoundReading.of(PostedSamples.LETTERS, PostedSamples.letter(form));
            masked(input);
            FormData.beginning(PAGE, input).ifPresent(FormData::fingerprint);
        }

        private static void masked(byte[] input) {
            byte[] masked = FormData.masked(PAGE, input);
            FormData.parse(PAGE, masked).ifPresent(form -> PlainCards.areNotIn(form.field("text")));
            assertThat(FormData.parse(PAGE, masked).map(form -> form.files("file").size()))
                    .isEqualTo(FormData.parse(PAGE, input).map(form -> form.files("file").size()));
        }
    }

    /// Webhooks of partners, by every mapping.
    public static final class Partner implements FuzzTarget {
        private static final List<PartnerMapping> MAPPINGS =
                List.of(
                        mapping("generic-json"),
                        mapping("zendesk"),
                        mapping("freshdesk"),
                        mapping("salesforce"));
        private static final PartnerChannel CHANNEL =
                new PartnerChannel(MAPPINGS, Channels.HOUSE, Channels.NORMALISATION);

        @Override
        public void take(byte[] input) {
            for (PartnerMapping mapping : MAPPINGS) {
                Arrival arrival = arrival(mapping.name(), input);
                SoundReading.of(CHANNEL, arrival);
                SoundReading.of(CHANNEL, arrival, CHANNEL.readAsWritten(arrival));
            }
        }

        private static Arrival arrival(PolicyName mapping, byte[] input) {
            return new Arrival(
                    new SourceName("fuzz"),
                    null,
                    mapping,
                    new MediaTypeName(JSON),
                    input,
                    Channels.NOW);
        }

        private static PartnerMapping mapping(String name) {
            try (InputStream yaml =
                    FuzzTargets.class.getResourceAsStream("/partners/" + name + ".yaml")) {
                return Mappings.read(yaml, PartnerMapping.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
