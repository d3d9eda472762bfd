package amends.intake.channel;

import amends.contracts.contact.Contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The recorded samples of the channels that are posted to, one file each.
public final class PostedSamples {

    static final FormTokens TOKENS =
            new FormTokens(
                    "a secret of tests".getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(3));
    static final CallChannel CALLS = new CallChannel(Channels.FORM);
    static final ChatChannel CHAT = new ChatChannel(Channels.FORM);
    static final LineChannel LINE = new LineChannel(Channels.FORM);
    static final SocialChannel SOCIAL = new SocialChannel(Channels.FORM);
    static final SmsChannel SMS = new SmsChannel(Channels.FORM);
    static final StaffChannel RECEPTION = StaffChannel.reception(Channels.FORM);
    static final StaffChannel FIELD_VISIT = StaffChannel.fieldVisit(Channels.FORM);
    static final PackagingChannel PACKAGING = new PackagingChannel(Channels.FORM);
    static final SurveyChannel SURVEY = new SurveyChannel(Channels.FORM);
    static final NoticeChannel NOTICES = new NoticeChannel(Channels.FORM);
    static final LetterChannel LETTERS = new LetterChannel(Channels.FORM, Transcriber.NONE);
    static final FormChannel WEB_FORM = new FormChannel(Channels.FORM, TOKENS);

    private static final String LETTER_TYPE = "multipart/form-data; boundary=scan-and-cover";
    private static final String FORM_TYPE = "multipart/form-data;boundary=\"page\"";

    private PostedSamples() {}

    static Stream<Sample> all() {
        String letter = recorded("letters.txt");
        return Stream.of(
                json(
                        CALLS,
                        Map.of("0930-17", "0930-18"),
                        "{\"event\":\"missed\",\"from\":\"+81312345678\"}",
                        "{\"event\":\"lost\",\"call\":\"c\"}",
                        "{\"event\":\"ended\",\"call\":\"c\"}",
                        "{\"event\":\"missed\",\"call\":\"c\",\"menus\":[7]}",
                        "{\"event\":\"missed\",\"call\":\"c\",\"from\":\"+81312345678\",\"customer\":[]}"),
                json(
                        CHAT,
                        Map.of("4711", "4712"),
                        "{\"id\":\"c\"}",
                        "{\"id\":\"c\",\"turns\":[]}",
                        "{\"id\":\"c\",\"turns\":[7]}",
                        "{\"id\":\"c\",\"turns\":[{\"by\":\"agent\",\"text\":\"Hello\"}]}",
                        "{\"id\":\"c\",\"turns\":[{\"by\":\"nobody\",\"text\":\"Hello\"}]}"),
                json(
                        LINE,
                        Map.of(
                                "468789577898262530",
                                "468789577898262531",
                                "1775035800000",
                                "1775235800000"),
                        "{\"type\":\"follow\",\"webhookEventId\":\"w\",\"timestamp\":1}",
                        "{\"type\":\"message\",\"message\":{\"type\":\"text\",\"id\":\"1\"}}",
                        "{\"type\":\"message\",\"message\":{\"type\":\"sticker\"},\"webhookEventId\":\"w\"}"),
                json(
                        SOCIAL,
                        Map.of("p-99", "p-100", "p-90", "p-91"),
                        "{\"network\":\"n\",\"id\":\"1\",\"text\":\"x\"}",
                        "{\"network\":\"n\",\"id\":\"1\",\"author\":{\"handle\":\"a\"}}",
                        "{\"id\":\"1\",\"author\":{\"handle\":\"a\"},\"text\":\"x\"}"),
                json(
                        SMS,
                        Map.of("sms-31", "sms-32", "2026-04-01", "2026-04-02"),
                        "{\"id\":\"1\",\"from\":\"090-1234-5678\",\"sentAt\":\"2026-04-01\",\"text\":\"x\"}",
                        "{\"id\":\"1\",\"from\":\"+819012345678\",\"sentAt\":\"soon\",\"text\":\"x\"}",
                        "{\"id\":\"1\",\"from\":\"+819012345678\",\"text\":\"x\"}",
                        "{\"from\":\"+819012345678\",\"sentAt\":\"2026-04-01\",\"text\":\"x\"}"),
                json(
                        RECEPTION,
                        Map.of("slip-12", "slip-13"),
                        "{\"id\":\"1\",\"text\":\"x\"}",
                        "{\"branch\":\"a\",\"text\":\"x\"}"),
                json(FIELD_VISIT, Map.of("visit-7", "visit-8"), "{\"id\":\"1\",\"branch\":\"a\"}"),
                json(
                        PACKAGING,
                        Map.of("scan-5", "scan-6"),
                        "{\"id\":\"1\",\"code\":\"4901234567894\",\"text\":\"x\"}",
                        "{\"id\":\"1\",\"code\":\"https://a/?product=K2&lot=L\"}"),
                json(
                        SURVEY,
                        Map.of("a-8", "a-9"),
                        "{\"survey\":\"s\",\"id\":\"1\",\"scale\":\"nps\",\"score\":9}",
                        "{\"survey\":\"s\",\"id\":\"1\",\"scale\":\"csat\",\"score\":6}",
                        "{\"survey\":\"s\",\"id\":\"1\",\"scale\":\"stars\",\"score\":1}",
                        "{\"survey\":\"s\",\"id\":\"1\",\"scale\":\"csat\",\"score\":\"1\"}"),
                json(
                        NOTICES,
                        Map.of("n-1", "n-2", "0417", "0418"),
                        "{\"from\":{\"kind\":\"authority\",\"name\":\"a\"},\"text\":\"x\"}",
                        "{\"from\":{\"kind\":\"friend\",\"name\":\"a\"},\"fileNumber\":\"1\",\"text\":\"x\"}",
                        "{\"from\":{\"kind\":\"media\",\"name\":\"a\"},\"fileNumber\":\"1\",\"answerBy\":\"soon\",\"text\":\"x\"}"),
                form(
                        LETTERS,
                        LETTER_TYPE,
                        letter,
                        letter.replace("post-3", "post-4"),
                        "application/pdf"),
                form(WEB_FORM, FORM_TYPE, page("first"), page("second"), "name=\"text\""));
    }

    /// The page as it is sent ten seconds after it was opened.
    static String page(String unique) {
        return recorded("web-form.txt")
                .replace("TOKEN", TOKENS.token(Channels.NOW.minusSeconds(10), unique));
    }

    static Arrival form(String content) {
        return Channels.arrival(FORM_TYPE, content);
    }

    static Arrival letter(String content) {
        return Channels.arrival(LETTER_TYPE, content);
    }

    static Contact understood(Channel channel, String json) {
        return Channels.understood(channel.read(Channels.arrival("application/json", json)));
    }

    static Reading read(Channel channel, String json) {
        return channel.read(Channels.arrival("application/json", json));
    }

    /// @param others what to change in the recorded sample to make another input
    private static Sample json(Channel channel, Map<String, String> others, String... bad) {
        String good = recorded(channel.name() + ".json");
        String other = good;
        for (Map.Entry<String, String> each : others.entrySet()) {
            other = other.replace(each.getKey(), each.getValue());
        }
        return new Sample(
                channel,
                Channels.arrival("application/json", good),
                Channels.arrival("application/json", other),
                Stream.concat(Stream.of("", "[]", "{}", "{", "null", "7"), Stream.of(bad))
                        .map(each -> Channels.arrival("application/json", each))
                        .toList());
    }

    /// @param needed without this it can't be read
    private static Sample form(
            Channel channel, String type, String good, String other, String needed) {
        return new Sample(
                channel,
                Channels.arrival(type, good),
                Channels.arrival(type, other),
                List.of(
                        Channels.arrival(type, ""),
                        Channels.arrival(type, good.replace(needed, "nothing")),
                        Channels.arrival(type, good.substring(0, good.length() / 2)),
                        Channels.arrival("multipart/form-data", good)));
    }

    public static String recorded(String file) {
        try (InputStream in = PostedSamples.class.getResourceAsStream("/channels/" + file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return file.endsWith(".txt") ? text.replace("\n", "\r\n") : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
