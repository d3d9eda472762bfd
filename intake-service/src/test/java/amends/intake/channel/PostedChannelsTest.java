package amends.intake.channel;

import static amends.intake.channel.PostedSamples.recorded;
import static amends.intake.channel.PostedSamples.understood;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.Contact;
import amends.contracts.quarantine.AsideKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class PostedChannelsTest {

    @Test
    void ofAChatTheCustomersWordsCount() {
        Contact contact =
                understood(
                        PostedSamples.CHAT,
                        """
                        {"id":"c","turns":[{"by":"customer","text":"It leaks"},{"by":"agent","text":"Sorry"},
                         {"by":"customer","text":"Since Monday"}]}
                        """);
        assertThat(contact.content().text().value()).isEqualTo("It leaks\nSince Monday");
        assertThat(contact.content().channel().value()).isEqualTo("chat");
    }

    @Test
    void lineDeliversAnEventAgainAndItIsTheSame() {
        String event = recorded("line.json").strip();
        List<byte[]> first =
                LineChannel.events(delivery(event, "{\"isRedelivery\":false}", "r1")).orElseThrow();
        List<byte[]> again =
                LineChannel.events(delivery(event, "{\"isRedelivery\":true}", "r2")).orElseThrow();
        assertThat(first).hasSize(1);
        assertThat(again.getFirst()).isEqualTo(first.getFirst());
        Contact contact =
                understood(
                        PostedSamples.LINE, new String(first.getFirst(), StandardCharsets.UTF_8));
        assertThat(contact.content().channel().value()).isEqualTo("messaging");
        assertThat(contact.customer().accounts().getFirst().value()).isEqualTo("line:U4af4980629");
        assertThat(LineChannel.events("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(
                        LineChannel.events("{\"events\":[]}".getBytes(StandardCharsets.UTF_8))
                                .orElseThrow())
                .isEmpty();
    }

    @Test
    void whatLineDeliversAndNobodyCanReadIsKept() {
        for (String event :
                List.of(
                        recorded("line.json").replace("It leaks", "  "),
                        "{\"type\":\"follow\",\"timestamp\":1}",
                        "7")) {
            assertThat(PostedSamples.LINE.delivered(Channels.arrival("application/json", event)))
                    .isInstanceOfSatisfying(
                            Reading.Unclear.class,
                            kept ->
                                    assertThat(kept.reason().value())
                                            .isEqualTo("line-event-broken"));
        }
    }

    private static byte[] delivery(String event, String context, String replyToken) {
        return ("{\"destination\":\"U\",\"events\":["
                        + event.substring(0, event.length() - 1)
                        + ",\"replyToken\":\""
                        + replyToken
                        + "\",\"deliveryContext\":"
                        + context
                        + "}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aStrangerOnLineSaysNothingAboutHisTierOrBrand() {
        String event =
                recorded("line.json")
                        .replace(
                                "\"mode\"",
                                "\"brand\":\"Other\",\"customer\":{\"tier\":\"vip\"},\"mode\"");
        Contact contact = understood(PostedSamples.LINE, event);
        assertThat(contact.brand().value()).isEqualTo("Example");
        assertThat(contact.customer().tier().value()).isEqualTo("standard");
    }

    @Test
    void aReferenceInATextMessageLeadsToItsComplaint() {
        String reference = new ComplaintId("0123456789AB").reference().toString();
        Contact contact =
                understood(
                        PostedSamples.SMS,
                        recorded("sms.json")
                                .replace("It leaks", "About " + reference + ": any news?"));
        assertThat(contact.complaintId().value()).isEqualTo("0123456789AB");
    }

    @Test
    void whatANumberSendsOnOneDayIsOneConversation() {
        String first = recorded("sms.json");
        Contact evening =
                understood(
                        PostedSamples.SMS, first.replace("sms-31", "b").replace("09:00", "14:59"));
        Contact nextDay =
                understood(
                        PostedSamples.SMS, first.replace("sms-31", "c").replace("09:00", "15:00"));
        assertThat(evening.complaintId())
                .isEqualTo(understood(PostedSamples.SMS, first).complaintId());
        assertThat(nextDay.complaintId()).isNotEqualTo(evening.complaintId());
    }

    @Test
    void aThreadIsOneConversationAndItsRootToo() {
        String reply = recorded("social.json");
        Contact root =
                understood(
                        PostedSamples.SOCIAL,
                        reply.replace("p-99", "p-90").replace("\"thread\":\"p-90\",", ""));
        assertThat(understood(PostedSamples.SOCIAL, reply).complaintId())
                .isEqualTo(root.complaintId());
        assertThat(root.customer().accounts().getFirst().value()).isEqualTo("example-net:@ada");
    }

    @ParameterizedTest
    @CsvSource({
        "csat,2,true",
        "csat,3,false",
        "ces,6,true",
        "ces,5,false",
        "nps,6,true",
        "nps,7,false"
    })
    void aLowScoreIsOfferedHelpAndAHighOneIsNoted(String scale, int score, boolean isLow) {
        String answer =
                "{\"survey\":\"s\",\"id\":\"1\",\"scale\":\"%s\",\"score\":%d,\"customer\":{\"email\":\"a@b.example\"}}"
                        .formatted(scale, score);
        Reading reading = PostedSamples.read(PostedSamples.SURVEY, answer);
        if (isLow) {
            assertThat(Channels.understood(reading).content().text().value()).contains("low score");
        } else {
            assertThat(reading)
                    .isInstanceOfSatisfying(
                            Reading.SetAside.class,
                            noted -> assertThat(noted.kind()).isEqualTo(AsideKind.GOOD_SCORE));
        }
    }

    @Test
    void aCodeOnPackagingTellsProductAndLot() {
        Contact contact = understood(PostedSamples.PACKAGING, recorded("packaging-code.json"));
        assertThat(contact.content().product().value()).isEqualTo("Kettle K2");
        assertThat(contact.content().text().value()).isEqualTo("It leaks\nLot: L42");
    }

    @Test
    void aNoticeTellsFromWhomItIsAndUntilWhenItHasToBeAnswered() {
        Contact contact = understood(PostedSamples.NOTICES, recorded("notices.json"));
        assertThat(contact.content().channel().value()).isEqualTo("authority-notice");
        assertThat(contact.content().text().value())
                .isEqualTo(
                        "From Consumer Office, file number: 2026-0417\n"
                                + "To be answered by 2026-04-20\n"
                                + "It leaks");
        Contact media =
                understood(
                        PostedSamples.NOTICES,
                        recorded("notices.json").replace("authority", "media"));
        assertThat(media.content().channel().value()).isEqualTo("media-notice");
    }

    @Test
    void theBranchIsTheSourceOfWhatStaffWroteDown() {
        Contact contact = understood(PostedSamples.RECEPTION, recorded("reception.json"));
        assertThat(contact.content().source().value()).isEqualTo("reception:Shibuya");
        assertThat(contact.content().channel().value()).isEqualTo("reception");
    }

    @Test
    void aLetterThatNobodyTypedIsReadByMachineOrWaits() {
        String untyped = recorded("letters.txt").replace(",\"text\":\"It leaks\"", "");
        assertThat(PostedSamples.LETTERS.read(PostedSamples.letter(untyped)))
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        waits ->
                                assertThat(waits.reason().value())
                                        .isEqualTo("needs-transcription"));
        LetterChannel read =
                new LetterChannel(
                        Channels.FORM,
                        (mediaType, scan) -> Optional.of(mediaType + " of " + scan.length));
        Reading.Understood understood =
                (Reading.Understood) read.read(PostedSamples.letter(untyped));
        assertThat(understood.contact().content().text().value())
                .isEqualTo("application/pdf of 25");
        assertThat(understood.files()).hasSize(1);
        assertThat(understood.contact().content().attachments().getFirst().hash())
                .isEqualTo(understood.files().getFirst().hash());
        assertThat(understood.contact().content().channel().value()).isEqualTo("letter");
    }
}
