package amends.intake.channel;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.intake.mapping.Mappings;
import amends.intake.partner.PartnerChannel;
import amends.intake.partner.PartnerMapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// What the fuzzer calls, one parser each: nothing that arrives may make one throw. See the profile
/// `fuzz`.
public final class FuzzTargets {

    private FuzzTargets() {}

    /// Mails, with all that is within them.
    public static final class Mail {
        public static void fuzzerTestOneInput(byte[] input) {
            Channels.EMAIL.read(Channels.arrival("message/rfc822", input));
        }
    }

    /// CloudEvents.
    public static final class Event {
        public static void fuzzerTestOneInput(byte[] input) {
            Channels.EVENTS.read(Channels.arrival("application/cloudevents+json", input));
        }
    }

    /// Complaints in canonical JSON.
    public static final class Complaint {
        public static void fuzzerTestOneInput(byte[] input) {
            Channels.COMPLAINTS.read(Channels.arrival("application/json", input));
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

    /// Webhooks of partners.
    public static final class Partner {
        private static final PartnerChannel CHANNEL =
                new PartnerChannel(List.of(mapping()), Channels.HOUSE, Channels.NORMALISATION);

        public static void fuzzerTestOneInput(byte[] input) {
            CHANNEL.read(
                    new Arrival(
                            new SourceName("fuzz"),
                            null,
                            new PolicyName("generic-json"),
                            new MediaTypeName("application/json"),
                            input,
                            Channels.NOW));
        }

        private static PartnerMapping mapping() {
            try (InputStream yaml =
                    FuzzTargets.class.getResourceAsStream("/partners/generic-json.yaml")) {
                return Mappings.read(yaml, PartnerMapping.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
