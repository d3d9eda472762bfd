package amends.intake.channel;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.Contact;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.notification.MailTraces;
import amends.intake.mapping.Mapping;
import amends.intake.mapping.Mappings;
import amends.intake.normalise.Normalisation;
import amends.intake.normalise.SharedPoints;
import amends.intake.recognise.Recogniser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// All channels without the service around them.
public final class Channels {

    public static final Instant NOW = Instant.parse("2026-04-01T09:30:00Z");
    public static final House HOUSE =
            new House(new BrandName("Example"), Map.of(), ZoneId.of("Asia/Tokyo"));
    public static final Normalisation NORMALISATION =
            new Normalisation(
                    Map.of(),
                    SharedPoints.ONLY_MAILBOXES,
                    new Recogniser(ZoneOffset.UTC, Map.of()));
    static final CanonicalForm FORM = new CanonicalForm(HOUSE, NORMALISATION);
    public static final ComplaintChannel COMPLAINTS = new ComplaintChannel(FORM);
    public static final EventChannel EVENTS = new EventChannel(FORM);
    static final EmailChannel EMAIL =
            new EmailChannel(HOUSE, NORMALISATION, new MailTraces("amends.example"));
    static final Mapping MLIT = shipped("ja-mlit-defects");
    static final BulkChannel BULK =
            new BulkChannel(new Mappings(List.of(MLIT, shipped("en-cfpb"))), FORM, NORMALISATION);

    private Channels() {}

    public static Arrival arrival(String mediaType, byte[] content) {
        return new Arrival(
                new SourceName("test"), null, null, new MediaTypeName(mediaType), content, NOW);
    }

    static Arrival arrival(String mediaType, String content) {
        return arrival(mediaType, content.getBytes(StandardCharsets.UTF_8));
    }

    static Contact understood(Reading reading) {
        if (reading instanceof Reading.Understood(Contact contact, _)) {
            return contact;
        }
        throw new AssertionError("Not understood: " + reading);
    }

    private static Mapping shipped(String name) {
        try (InputStream yaml = Channels.class.getResourceAsStream("/mappings/" + name + ".yaml")) {
            return Mappings.read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
