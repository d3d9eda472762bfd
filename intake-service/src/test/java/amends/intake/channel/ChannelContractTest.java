package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.Contact;

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

    private static final String HEADER =
            "番号,受付日,住所,申告方法,車名,通称名,初度登録年月,総走行距離,型式,原動機型式,不具合装置,発生時期,申告内容";

    /// @param good an input that is a complaint
    /// @param other another complaint
    /// @param bad inputs that are none
    record Sample(Channel channel, Arrival good, Arrival other, List<Arrival> bad) {

        /// The good one with other words of the customer.
        Arrival saying(String words) {
            String content = new String(good.content(), StandardCharsets.UTF_8);
            assertThat(content).containsAnyOf("It leaks", "止まる");
            byte[] other =
                    content.replace("It leaks", words)
                            .replace("止まる", words)
                            .getBytes(StandardCharsets.UTF_8);
            return new Arrival(
                    good.source(), null, good.mapping(), good.mediaType(), other, good.at());
        }

        @Override
        public String toString() {
            return channel.name().value();
        }
    }

    static Stream<Sample> channels() {
        return Stream.concat(first(), PostedSamples.all());
    }

    private static Stream<Sample> first() {
        return Stream.of(
                new Sample(
                        Channels.COMPLAINTS,
                        json("{\"text\":\"It leaks\"}"),
                        json("{\"text\":\"It smokes\"}"),
                        List.of(
                                json(""),
                                json("{"),
                                json("{}"),
                                json("{\"text\":1}"),
                                json("\u0000\u0001"))),
                new Sample(
                        Channels.EVENTS,
                        event("1", "{\"text\":\"It leaks\"}"),
                        event("2", "{\"text\":\"It leaks\"}"),
                        List.of(
                                json(""),
                                json("[]"),
                                json("{}"),
                                event("", "{}"),
                                event("3", "{}"),
                                event("4", "7"))),
                new Sample(
                        Channels.EMAIL,
                        mail(
                                "Message-ID: <1@example.com>\r\n"
                                        + "From: a@example.com\r\n"
                                        + "Subject: s\r\n\r\n"
                                        + "It leaks"),
                        mail(
                                "Message-ID: <2@example.com>\r\n"
                                        + "From: a@example.com\r\n"
                                        + "Subject: s\r\n\r\n"
                                        + "It leaks"),
                        List.of(
                                mail(""),
                                mail("no headers at all"),
                                mail("From: a@example.com\r\n\r\n"),
                                mail(
                                        "From: a@b.c\r\n"
                                                + "Content-Type: text/plain; charset=x-none\r\n\r\n"
                                                + "hi"))),
                new Sample(
                        Channels.BULK,
                        row("1,2022年12月31日,福岡県,ＨＰ,例,サンプル,2017/11,不明,X,Y,エンジン,不明,止まる"),
                        row("2,2022年12月31日,福岡県,ＨＰ,例,サンプル,2017/11,不明,X,Y,エンジン,不明,止まる"),
                        List.of(
                                row("1,2"),
                                row(""),
                                row("\"1,2"),
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

    @ParameterizedTest
    @MethodSource("channels")
    void wordsWithoutEndAreRefusedInJson(Sample sample) {
        if (sample.good().mediaType().value().contains("json")) {
            Reading reading = sample.channel().read(sample.saying("a".repeat(2_000_001)));
            assertThat(reading).isInstanceOf(Reading.Invalid.class);
            assertThat(((Reading.Invalid) reading).faults().getFirst().detail())
                    .contains("is longer than");
        }
    }

    @Test
    void everyChannelHasASample() {
        Set<String> channels =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("amends.intake.channel")
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
        assertThat(channels).contains(CallChannel.class.getName());
    }

    private static Arrival json(String content) {
        return Channels.arrival("application/json", content);
    }

    private static Arrival event(String id, String data) {
        return Channels.arrival(
                "application/cloudevents+json",
                "{\"specversion\":\"1.0\",\"id\":\""
                        + id
                        + "\",\"source\":\"/shop\",\"type\":\""
                        + EventChannel.SUBMITTED
                        + "\",\"data\":"
                        + data
                        + "}");
    }

    private static Arrival mail(String content) {
        return Channels.arrival("message/rfc822", content.getBytes(StandardCharsets.UTF_8));
    }

    private static Arrival row(String row) {
        return BulkChannel.csvRow(Channels.MLIT.source(), Channels.MLIT, HEADER, row, Channels.NOW);
    }
}
