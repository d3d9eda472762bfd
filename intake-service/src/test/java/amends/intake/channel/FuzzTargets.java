package amends.intake.channel;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.contracts.wire.Wire;
import amends.intake.mapping.Mappings;
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

/// What the fuzzer calls, one parser each: nothing that arrives may make one throw. See the profile
/// `fuzz`.
public final class FuzzTargets {

    private static final String JSON = "application/json";

    private FuzzTargets() {}

    /// Mails, with all that is within them.
    public static final class Mail {
        public static void fuzzerTestOneInput(byte[] input) {
            Channels.EMAIL.read(Channels.arrival("message/rfc822", input));
        }
    }

    /// Headers of mails.
    public static final class Header {
        public static void fuzzerTestOneInput(byte[] input) {
            String headers = new String(input, StandardCharsets.ISO_8859_1);
            byte[] mail = (headers + "\r\n\r\nIt leaks").getBytes(StandardCharsets.ISO_8859_1);
            Channels.EMAIL.read(Channels.arrival("message/rfc822", mail));
        }
    }

    /// What Outlook packs into one file.
    public static final class Tnef {
        public static void fuzzerTestOneInput(byte[] input) {
            Winmail.unpacked(input);
        }
    }

    /// CloudEvents in structured mode.
    public static final class Event {
        public static void fuzzerTestOneInput(byte[] input) {
            Channels.EVENTS.read(Channels.arrival("application/cloudevents+json", input));
        }
    }

    /// Batches of CloudEvents.
    public static final class Batch {
        public static void fuzzerTestOneInput(byte[] input) {
            try {
                Wire.mapper().readTree(input).valueStream().forEach(Batch::one);
            } catch (JacksonException e) {
                // refused
            }
        }

        private static void one(tools.jackson.databind.JsonNode event) {
            Event.fuzzerTestOneInput(Wire.write(event));
        }
    }

    /// CloudEvents in binary mode: lines of headers, then an empty one, then the data.
    public static final class Binary {
        public static void fuzzerTestOneInput(byte[] input) {
            String[] parts = new String(input, StandardCharsets.UTF_8).split("\n\n", 2);
            Map<String, String> headers = new HashMap<>();
            parts[0].lines()
                    .map(line -> line.split(":", 2))
                    .filter(header -> header.length == 2)
                    .forEach(header -> headers.put(header[0], header[1].strip()));
            byte[] data = parts[parts.length - 1].getBytes(StandardCharsets.UTF_8);
            Event.fuzzerTestOneInput(
                    EventForms.structured(headers, headers.get("content-type"), data));
        }
    }

    /// Complaints in canonical JSON.
    public static final class Complaint {
        public static void fuzzerTestOneInput(byte[] input) {
            Channels.COMPLAINTS.read(Channels.arrival(JSON, input));
        }
    }

    /// Rows of CSV with their header.
    public static final class Row {
        public static void fuzzerTestOneInput(byte[] input) {
            Channels.BULK.read(
                    new Arrival(
                            new SourceName("fuzz"),
                            null,
                            Channels.MLIT.name(),
                            BulkChannel.CSV,
                            input,
                            Channels.NOW));
        }
    }

    /// Lines of NDJSON.
    public static final class Line {
        public static void fuzzerTestOneInput(byte[] input) {
            Channels.BULK.line(Channels.arrival(JSON, input));
        }
    }

    /// Every channel that JSON is posted to.
    public static final class Posted {
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

        public static void fuzzerTestOneInput(byte[] input) {
            CHANNELS.forEach(channel -> channel.read(Channels.arrival(JSON, input)));
        }
    }

    /// Pages of a browser, and scans with their cover.
    public static final class Form {
        public static void fuzzerTestOneInput(byte[] input) {
            String form = new String(input, StandardCharsets.ISO_8859_1);
            PostedSamples.WEB_FORM.read(PostedSamples.form(form));
            PostedSamples.LETTERS.read(PostedSamples.letter(form));
            FormData.masked(new MediaTypeName("multipart/form-data;boundary=\"page\""), input);
        }
    }

    /// Webhooks of partners, by every mapping.
    public static final class Partner {
        private static final List<PartnerMapping> MAPPINGS =
                List.of(
                        mapping("generic-json"),
                        mapping("zendesk"),
                        mapping("freshdesk"),
                        mapping("salesforce"));
        private static final PartnerChannel CHANNEL =
                new PartnerChannel(MAPPINGS, Channels.HOUSE, Channels.NORMALISATION);

        public static void fuzzerTestOneInput(byte[] input) {
            MAPPINGS.forEach(mapping -> CHANNEL.read(arrival(mapping.name(), input)));
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
