package amends.intake.feed;

import amends.contracts.contact.ChannelName;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.ComplaintChannel;
import amends.intake.channel.EventChannel;
import amends.intake.channel.EventFormat;
import amends.intake.channel.EventForms;
import amends.intake.channel.Reading;
import amends.intake.partner.PartnerChannel;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How the records of a topic become inputs. Where one stands is its id, unless it has one of its
/// own; and nobody is there to be told of a mistake, so what is wrong is kept.
final class RecordForm implements Channel {

    private static final String CANONICAL = "canonical";
    private static final String EVENTS = "cloudevents";
    private static final MediaTypeName JSON = new MediaTypeName("application/json");

    private final Channel channel;
    private final SourceName source;
    private final @Nullable PolicyName mapping;

    private RecordForm(Channel channel, SourceName source, @Nullable PolicyName mapping) {
        this.channel = channel;
        this.source = source;
        this.mapping = mapping;
    }

    /// The channels that records may be read by.
    record Channels(ComplaintChannel complaints, EventChannel events, PartnerChannel partners) {

        /// @throws IllegalArgumentException when there is no such mapping
        RecordForm form(String mapping, SourceName source) {
            if (mapping.equals(CANONICAL)) {
                return new RecordForm(complaints, source, null);
            }
            if (mapping.equals(EVENTS)) {
                return new RecordForm(events, source, null);
            }
            if (!partners.mappings().contains(mapping)) {
                throw new IllegalArgumentException(
                        "There is no mapping named %s. Use one of %s, %s or %s."
                                .formatted(mapping, partners.mappings(), EVENTS, CANONICAL));
            }
            return new RecordForm(partners, source, new PolicyName(mapping));
        }
    }

    @Override
    public ChannelName name() {
        return channel.name();
    }

    @Override
    public Reading read(Arrival arrival) {
        Reading reading = Reading.attempted(() -> channel.read(arrival));
        return reading instanceof Reading.Invalid invalid ? invalid.kept("record-broken") : reading;
    }

    Arrival arrival(ConsumerRecord<byte[], byte[]> message, byte[] value, Instant now) {
        if (!(channel instanceof EventChannel)) {
            return new Arrival(source, place(message), mapping, JSON, value, now);
        }
        Map<String, String> headers = headers(message);
        String type = headers.getOrDefault("content-type", "");
        EventFormat format = EventFormat.ofSingle(type).orElse(EventFormat.JSON);
        byte[] event = EventFormat.isAny(type) ? value : binary(headers, value);
        return new Arrival(source, place(message), mapping, format.mediaType(), event, now);
    }

    /// For one that can't be kept whole: where it stands.
    Arrival placeOnly(ConsumerRecord<byte[], byte[]> message, Instant now) {
        String place = place(message);
        return new Arrival(
                source,
                place,
                mapping,
                new MediaTypeName("text/plain"),
                place.getBytes(StandardCharsets.UTF_8),
                now);
    }

    static String place(ConsumerRecord<?, ?> message) {
        return message.topic() + "/" + message.partition() + "@" + message.offset();
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : message.headers()) {
            byte[] bytes = header.value();
            headers.put(
                    header.key().toLowerCase(Locale.ROOT),
                    bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8));
        }
        return headers;
    }

    /// Binary mode has the attributes in headers, which are plain UTF-8 on Kafka.
    private static byte[] binary(Map<String, String> headers, byte[] value) {
        Map<String, String> attributes = new HashMap<>();
        headers.forEach(
                (name, text) -> {
                    if (name.startsWith("ce_")) {
                        attributes.put("ce-" + name.substring(3), text.replace("%", "%25"));
                    }
                });
        return EventForms.structured(attributes, headers.get("content-type"), value);
    }
}
