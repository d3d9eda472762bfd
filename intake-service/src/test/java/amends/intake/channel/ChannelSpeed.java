package amends.intake.channel;

import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.contracts.wire.Wire;
import amends.intake.mapping.Mappings;
import amends.intake.partner.PartnerChannel;
import amends.intake.partner.PartnerMapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How many inputs of each channel are read a second, from bytes to a contact, by one thread and
/// without any log; `deploy/bench --channels`. The same words come by each of them.
public final class ChannelSpeed {

    private static final int ROUNDS = 3;
    private static final long ROUND_NANOS = 700_000_000;
    private static final int BATCH = 100;
    private static final String WORDS =
            "The washing machine stops before the spin cycle every single time. I have followed the"
                + " manual exactly, cleaned the filter and called your line twice, where I waited"
                + " for half an hour. Please send somebody or replace it.";
    private static final String FIRST = "canonical JSON";

    private ChannelSpeed() {}

    /// Reads some inputs, whose number it answers.
    private interface Reader {
        int read();
    }

    public static void main(String[] arguments) throws IOException {
        double limit = 0;
        System.out.printf("%n%-24s %12s   of %s%n", "one thread", "read", FIRST);
        for (Map.Entry<String, Reader> each : readers().entrySet()) {
            double perSecond = measured(each.getValue());
            limit = each.getKey().equals(FIRST) ? perSecond : limit;
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %,10.0f/s   %.0f %%%n",
                    each.getKey(),
                    perSecond,
                    100 * perSecond / limit);
        }
    }

    private static Map<String, Reader> readers() throws IOException {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put(FIRST, one(Channels.COMPLAINTS, "application/json", complaint()));
        readers.put("line of NDJSON", line());
        readers.put("CSV file of one row", row());
        readers.put("CloudEvent", one(Channels.EVENTS, "application/cloudevents+json", event(1)));
        readers.put("CloudEvents, by hundreds", batch());
        readers.put("mail, plain", one(Channels.EMAIL, "message/rfc822", mail()));
        readers.put("mail, HTML and a file", one(Channels.EMAIL, "message/rfc822", largeMail()));
        for (String mapping : List.of("generic-json", "zendesk", "freshdesk", "salesforce")) {
            readers.put("partner " + mapping, partner(mapping));
        }
        PostedSamples.all()
                .forEach(
                        sample ->
                                readers.put(
                                        sample.channel().name().value(),
                                        reader(sample.channel(), sample.good())));
        return readers;
    }

    /// The median of the rounds, after as many that count for nothing.
    private static double measured(Reader reader) {
        double[] rounds = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            long read = 0;
            long began = System.nanoTime();
            while (System.nanoTime() - began < ROUND_NANOS) {
                read += reader.read();
            }
            rounds[Math.max(0, round)] = read * 1e9 / (System.nanoTime() - began);
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    private static Reader one(Channel channel, String type, String content) {
        return reader(channel, Channels.arrival(type, content));
    }

    private static Reader reader(Channel channel, Arrival arrival) {
        Reading first = channel.read(arrival);
        if (!(first instanceof Reading.Understood)) {
            throw new IllegalStateException(channel.name() + " does not understand: " + first);
        }
        return () -> {
            channel.read(arrival);
            return 1;
        };
    }

    private static Reader line() {
        Arrival arrival = Channels.arrival("application/json", complaint());
        return () -> {
            Channels.BULK.line(arrival);
            return 1;
        };
    }

    private static Reader row() {
        String header = "番号,受付日,住所,申告方法,車名,通称名,初度登録年月,総走行距離,型式,原動機型式,不具合装置,発生時期,申告内容\n";
        String row =
                "1,2026年04月01日,東京都,HP,トヨタ,プリウス,2019年4月,30000,DAA-ZVW50,2ZR,エンジン,2026年3月,"
                        + "走行中に突然エンジンが止まることが何度もあります。販売店に相談しましたが、再現しないと言われました。\n";
        return reader(
                Channels.BULK,
                new Arrival(
                        new SourceName("speed"),
                        null,
                        Channels.MLIT.name(),
                        BulkChannel.CSV,
                        (header + row).getBytes(StandardCharsets.UTF_8),
                        Channels.NOW));
    }

    private static Reader batch() {
        byte[] events =
                IntStream.range(0, BATCH)
                        .mapToObj(ChannelSpeed::event)
                        .collect(Collectors.joining(",", "[", "]"))
                        .getBytes(StandardCharsets.UTF_8);
        return () -> {
            Wire.mapper()
                    .readTree(events)
                    .forEach(
                            event ->
                                    Channels.EVENTS.read(
                                            Channels.arrival(
                                                    "application/cloudevents+json",
                                                    Wire.write(event))));
            return BATCH;
        };
    }

    private static Reader partner(String name) throws IOException {
        try (InputStream yaml =
                ChannelSpeed.class.getResourceAsStream("/partners/" + name + ".yaml")) {
            PartnerMapping mapping = Mappings.read(yaml, PartnerMapping.class);
            return reader(
                    new PartnerChannel(List.of(mapping), Channels.HOUSE, Channels.NORMALISATION),
                    new Arrival(
                            new SourceName("speed"),
                            null,
                            new PolicyName(name),
                            new MediaTypeName("application/json"),
                            recorded(name),
                            Channels.NOW));
        }
    }

    private static byte[] recorded(String partner) throws IOException {
        try (InputStream in =
                ChannelSpeed.class.getResourceAsStream("/partners/" + partner + ".json")) {
            return in.readAllBytes();
        }
    }

    private static String complaint() {
        return """
        {"id":"speed-1","channel":"web","language":"en","product":"SoloWash 3","subject":"Stops",
         "text":"%s","customer":{"name":"Ada","email":"ada@customer.example"}}
        """
                .formatted(WORDS);
    }

    private static String event(int number) {
        return """
        {"specversion":"1.0","id":"speed-%d","source":"/speed","type":"amends.complaint.submitted","data":%s}
        """
                .formatted(number, complaint());
    }

    private static String mail() {
        return "From: Ada <ada@customer.example>\r\nTo: care@example.com\r\n"
                + "Message-ID: <speed@customer.example>\r\nDate: Wed, 1 Apr 2026 18:00:00 +0900\r\n"
                + "Subject: Stops\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + WORDS
                + "\r\n\r\nOn Tue, 31 Mar 2026 at 10:00, Care <care@example.com> wrote:\r\n"
                + "> How can we help you?\r\n";
    }

    private static String largeMail() {
        return "From: Ada <ada@customer.example>\r\nMessage-ID: <speed@customer.example>\r\n"
                + "Subject: =?UTF-8?B?U3RvcHM=?=\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>"
                + WORDS
                + "</p></body></html>\r\n"
                + "--b\r\nContent-Type: image/jpeg; name=photo.jpg\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2\r\n"
                        .repeat(1_000)
                + "--b--\r\n";
    }
}
