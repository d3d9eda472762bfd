package amends.intake.feed;

import amends.contracts.contact.SourceName;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channels;
import amends.intake.channel.PostedSamples;
import amends.intake.channel.Sample;
import amends.intake.partner.PartnerSamples;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/// Recorded messages of topics, in each form that they may have.
public final class FeedSamples {

    static final RecordForm.Channels CHANNELS =
            new RecordForm.Channels(Channels.COMPLAINTS, Channels.EVENTS, PartnerSamples.CHANNEL);
    private static final SourceName SOURCE = new SourceName("kafka:shop");

    private FeedSamples() {}

    public static Stream<Sample> all() {
        String event = PostedSamples.recorded("events.json");
        String binary = "{\"text\":\"It leaks\"}";
        Map<String, String> headers =
                Map.of(
                        "content-type", "application/cloudevents+json",
                        "ce_none", "of binary mode");
        Map<String, String> attributes =
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "e-41",
                        "ce_source", "/shops/tokyo",
                        "ce_type", "amends.complaint.submitted",
                        "content-type", "application/json");
        return Stream.of(
                sample("canonical", PostedSamples.recorded("feed.json"), Map.of()),
                new Sample(
                        "feed cloudevents",
                        form("cloudevents"),
                        "It leaks",
                        arrival("cloudevents", event, headers, 1),
                        arrival("cloudevents", event.replace("e-41", "e-42"), headers, 1),
                        bad("cloudevents", headers)),
                new Sample(
                        "feed cloudevents binary",
                        form("cloudevents"),
                        "It leaks",
                        arrival("cloudevents", binary, attributes, 1),
                        arrival("cloudevents", binary, changed(attributes, "ce_id", "e-42"), 1),
                        bad("cloudevents", Map.of())));
    }

    /// Where it stands is its id.
    private static Sample sample(String form, String value, Map<String, String> headers) {
        return new Sample(
                "feed " + form,
                form(form),
                "It leaks",
                arrival(form, value, headers, 1),
                arrival(form, value, headers, 2),
                bad(form, headers));
    }

    static RecordForm form(String form) {
        return CHANNELS.form(form, SOURCE);
    }

    static Arrival arrival(String form, String value, Map<String, String> headers, long offset) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<byte[], byte[]> message =
                new ConsumerRecord<>("shop.complaints", 0, offset, new byte[0], bytes);
        headers.forEach(
                (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return form(form).arrival(message, bytes, Channels.NOW);
    }

    private static java.util.List<Arrival> bad(String form, Map<String, String> headers) {
        return Stream.of("", "{", "{}", "7", "null", "\u0000")
                .map(each -> arrival(form, each, headers, 3))
                .toList();
    }

    private static Map<String, String> changed(
            Map<String, String> headers, String name, String value) {
        Map<String, String> changed = new java.util.HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }
}
