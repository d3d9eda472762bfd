package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.Contact;
import amends.intake.feed.FeedSamples;
import amends.intake.normalise.PlainText;
import amends.intake.partner.PartnerChannel;
import amends.intake.partner.PartnerSamples;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What holds for every channel, whatever it reads.
class ChannelContractTest {

    static Stream<Sample> channels() {
        return Stream.of(first(), PostedSamples.all(), PartnerSamples.all(), FeedSamples.all())
                .flatMap(samples -> samples);
    }

    private static Stream<Sample> first() {
        String complaint = PostedSamples.recorded("complaints.json");
        String event = PostedSamples.recorded("events.json");
        String mail = PostedSamples.recorded("email.txt");
        String row = PostedSamples.recorded("bulk.csv");
        return Stream.of(
                new Sample(
                        Channels.COMPLAINTS,
                        json(complaint),
                        json(complaint.replace("form-31", "form-32")),
                        List.of(
                                json(""),
                                json("{"),
                                json("{}"),
                                json("{\"text\":1}"),
                                json(complaint.replace("2026-04-01", "2026-05-01")),
                                json("\u0000\u0001"))),
                new Sample(
                        Channels.EVENTS,
                        event(event),
                        event(event.replace("e-41", "e-42")),
                        List.of(
                                event(""),
                                event("[]"),
                                event("{}"),
                                event(event.replace("e-41", "")),
                                event(event.replace("It leaks", "")),
                                event(event.replace("\"text\"", "\"words\"")))),
                new Sample(
                        Channels.EMAIL,
                        mail(mail),
                        mail(mail.replace("m-51", "m-52")),
                        List.of(
                                mail(""),
                                mail("no headers at all"),
                                mail("From: a@example.com\r\n\r\n"),
                                mail(mail.replace("charset=utf-8", "charset=x-none")))),
                new Sample(
                        "bulk",
                        Channels.BULK,
                        "発進時に止まる",
                        row(row),
                        row(row.replace("61,", "62,")),
                        List.of(
                                row(row.lines().findFirst().orElseThrow() + "\n1,2"),
                                row(row.lines().findFirst().orElseThrow() + "\n"),
                                row(row.lines().findFirst().orElseThrow() + "\n\"1,2"),
                                Channels.arrival("text/csv;charset=utf-8;header=present", "x"))));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void theSameInputHasTheSameIdsAndAnotherHasOthers(Sample sample) {
        Contact first = Channels.understood(sample.channel().read(sample.good()));
        assertThat(Channels.understood(sample.channel().read(sample.good()))).isEqualTo(first);
        Contact other = Channels.understood(sample.channel().read(sample.other()));
        assertThat(other.content().id()).isNotEqualTo(first.content().id());
        assertThat(other.complaintId()).isNotEqualTo(first.complaintId());
    }

    @ParameterizedTest
    @MethodSource("channels")
    void theOriginalStaysToTheLastByte(Sample sample) {
        Contact contact = Channels.understood(sample.channel().read(sample.good()));
        assertThat(contact.original().content().bytes()).isEqualTo(sample.good().content());
        assertThat(contact.original().mediaType()).isEqualTo(sample.good().mediaType());
    }

    @ParameterizedTest
    @MethodSource("channels")
    void badInputIsSaidToBeBad(Sample sample) {
        assertThat(sample.bad())
                .allSatisfy(
                        bad ->
                                assertThat(sample.channel().read(bad))
                                        .isNotInstanceOf(Reading.Understood.class));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void noBytesWhateverMakeItThrow(Sample sample) {
        Random random = new Random(42);
        byte[] good = sample.good().content();
        for (int round = 0; round < 300; round++) {
            byte[] bytes = good.clone();
            for (int i = 0; i < 1 + round % 20; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            Arrival broken =
                    new Arrival(
                            sample.good().source(),
                            null,
                            sample.good().mapping(),
                            sample.good().mediaType(),
                            cut,
                            Channels.NOW);
            assertThat(sample.channel().read(broken)).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("channels")
    void aCardNumberIsNeitherInTheWordsNorInWhatIsKept(Sample sample) {
        Contact contact =
                Channels.understood(sample.channel().read(sample.saying("card 4111111111111111")));
        assertThat(contact.content().text().value()).contains("card ************1111");
        assertThat(new String(contact.original().content().bytes(), StandardCharsets.UTF_8))
                .doesNotContain("4111111111111111");
    }

    /// A sender who can be told is told; else as many words as are read count, and the whole is
    /// kept.
    @ParameterizedTest
    @MethodSource("channels")
    void wordsWithoutEndAreRefusedOrCutAndThenKeptWhole(Sample sample) {
        Arrival endless = sample.saying("a".repeat(2_000_001));
        switch (sample.channel().read(endless)) {
            case Reading.Invalid(_, List<Fault> faults) ->
                    assertThat(faults.getFirst().detail()).contains("is longer than");
            case Reading.Unclear unclear ->
                    assertThat(unclear.detail().value()).contains("is longer than");
            case Reading.Understood(Contact contact, _) -> {
                assertThat(REFUSING).doesNotContain(sample.channel().getClass());
                assertThat(contact.content().text().value())
                        .hasSizeBetween(1, PlainText.LONGEST)
                        .contains("aaaa");
                assertThat(contact.original().content().bytes()).isEqualTo(endless.content());
            }
            case Reading.SetAside aside -> throw new AssertionError(aside.toString());
        }
    }

    /// Who is told what to correct, because he can.
    private static final Set<Class<?>> REFUSING =
            Set.of(
                    ComplaintChannel.class,
                    EventChannel.class,
                    CallChannel.class,
                    SmsChannel.class,
                    SocialChannel.class,
                    StaffChannel.class,
                    PackagingChannel.class,
                    SurveyChannel.class,
                    NoticeChannel.class,
                    FormChannel.class,
                    LetterChannel.class);

    @Test
    void everyChannelHasASample() {
        Set<String> channels =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("amends.intake")
                                .stream()
                                .filter(type -> type.isAssignableTo(Channel.class))
                                .filter(JavaClass::isTopLevelClass)
                                .filter(type -> !type.isInterface())
                                .filter(
                                        type ->
                                                !type.getModifiers()
                                                        .contains(JavaModifier.ABSTRACT))
                                .map(JavaClass::getName)
                                .collect(Collectors.toSet());
        assertThat(channels().map(sample -> sample.channel().getClass().getName()))
                .containsAll(channels);
        assertThat(channels)
                .contains(
                        CallChannel.class.getName(),
                        PartnerChannel.class.getName(),
                        "amends.intake.feed.RecordForm");
    }

    private static Arrival json(String content) {
        return Channels.arrival("application/json", content);
    }

    private static Arrival event(String content) {
        return Channels.arrival("application/cloudevents+json", content);
    }

    private static Arrival mail(String content) {
        return Channels.arrival("message/rfc822", content.getBytes(StandardCharsets.UTF_8));
    }

    private static Arrival row(String file) {
        String[] lines = file.split("\n", 2);
        return BulkChannel.csvRow(
                Channels.MLIT.source(),
                Channels.MLIT,
                lines[0],
                lines.length < 2 ? "" : lines[1].stripTrailing(),
                Channels.NOW);
    }
}
