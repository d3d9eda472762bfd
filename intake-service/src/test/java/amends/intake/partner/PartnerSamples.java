package amends.intake.partner;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channels;
import amends.intake.channel.Sample;
import amends.intake.mapping.Mappings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// The recorded bodies of partner systems, one for each mapping.
public final class PartnerSamples {

    /// Reads what any shipped mapping is for.
    public static final PartnerChannel CHANNEL =
            new PartnerChannel(
                    Stream.of("zendesk", "freshdesk", "salesforce", "generic-json")
                            .map(PartnerSamples::mapping)
                            .toList(),
                    Channels.HOUSE,
                    Channels.NORMALISATION);

    private PartnerSamples() {}

    public static Stream<Sample> all() {
        return Stream.of(
                sample("zendesk", "The kettle leaks since yesterday.", "5158", "5159"),
                sample("freshdesk", "The lamp arrived <b>in pieces</b>.", " 31,", " 32,"),
                sample("salesforce", "使用中に焦げ臭いにおいがして、煙が出ました。", "abcdE", "abcdF"),
                sample("generic-json", "I ordered 42 and got 40.", "77", "78"));
    }

    private static Sample sample(String mapping, String words, String id, String otherId) {
        String good = new String(resource(mapping + ".json"), StandardCharsets.UTF_8);
        return new Sample(
                "partners " + mapping,
                CHANNEL,
                words,
                arrival(mapping, good),
                arrival(mapping, good.replace(id, otherId).replace("cbe4028c", "cbe4028d")),
                Stream.of("", "{", "{}", "7", "[]", good.substring(0, good.length() / 2))
                        .map(each -> arrival(mapping, each))
                        .toList());
    }

    private static Arrival arrival(String mapping, String body) {
        return new Arrival(
                new SourceName("integration:partner"),
                null,
                new PolicyName(mapping),
                new MediaTypeName("application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                Channels.NOW);
    }

    private static PartnerMapping mapping(String name) {
        return Mappings.read(
                new java.io.ByteArrayInputStream(resource(name + ".yaml")), PartnerMapping.class);
    }

    private static byte[] resource(String name) {
        try (InputStream in = PartnerSamples.class.getResourceAsStream("/partners/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
