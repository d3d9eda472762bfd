package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.Contact;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/// What else mails bring with them.
class MailBodyTest {

    private static final String HEADERS =
            "From: a@example.com\r\nMessage-ID: <b@x>\r\nSubject: s\r\n";

    @Test
    void whoeverForwardsAMailWithoutAWordMeansWhatItSays() {
        Contact contact = contact("message/rfc822", "Subject: in\r\n\r\nIt leaks", "");
        assertThat(contact.content().text().value()).isEqualTo("It leaks");
        assertThat(contact.content().attachments())
                .extracting(each -> each.mediaType().value())
                .containsExactly("message/rfc822");
        assertThat(
                        contact("message/rfc822", "Subject: in\r\n\r\nIt leaks", "See below")
                                .content()
                                .text()
                                .value())
                .isEqualTo("See below");
    }

    @Test
    void anInvitationIsKeptAsAFile() {
        Contact contact = contact("text/calendar; method=REQUEST", "BEGIN:VCALENDAR", "Come by");
        assertThat(contact.content().text().value()).isEqualTo("Come by");
        assertThat(contact.content().attachments())
                .extracting(each -> each.mediaType().value())
                .containsExactly("text/calendar");
    }

    @Test
    void anInvitationWithoutOtherWordsSaysWhatItIsAboutWhenAndWhere() {
        String invitation =
                """
                BEGIN:VCALENDAR
                METHOD:REQUEST
                BEGIN:VTIMEZONE
                TZID:Asia/Tokyo
                BEGIN:STANDARD
                DTSTART:19700101T000000
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                DTSTART;TZID="Asia/Tokyo":20260403T100000
                DTEND;TZID="Asia/Tokyo":20260403T113000
                SUMMARY;LANGUAGE=ja:冷蔵庫の修理の
                  お願い
                LOCATION:東京都千代田区1-1\\, 2階
                DESCRIPTION:水が漏れています。\\n早く直してください\\; お願いします。
                BEGIN:VALARM
                DESCRIPTION:Reminder
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """;
        Contact contact =
                contact("text/calendar; method=REQUEST; charset=UTF-8", crlf(invitation), "");
        assertThat(contact.content().text().value())
                .isEqualTo(
                        """
                        冷蔵庫の修理の お願い
                        2026-04-03 10:00 Asia/Tokyo – 2026-04-03 11:30 Asia/Tokyo
                        東京都千代田区1-1, 2階
                        水が漏れています。
                        早く直してください; お願いします。\
                        """);
        assertThat(contact.content().language().value()).isEqualTo("ja");
        assertThat(contact.content().attachments())
                .extracting(each -> each.mediaType().value())
                .containsExactly("text/calendar");
    }

    @Test
    void brokenInvitationsThrowNothing() {
        for (String broken :
                List.of("END:VEVENT", "BEGIN:VEVENT", "BEGIN:VEVENT\nSUMMARY\nDTSTART:soon", ":")) {
            assertThat(CalendarText.of(broken)).isEmpty();
        }
        assertThat(CalendarText.of("BEGIN:VEVENT\nDTSTART:20260403\nSUMMARY:a\\\\n\nEND:VEVENT"))
                .isEqualTo("a\\n\n2026-04-03");
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }

    @Test
    void aPictureWithinTheTextIsKeptAsAFile() {
        Reading reading =
                read(
                        HEADERS
                                + "Content-Type: multipart/related; boundary=b\r\n\r\n"
                                + "--b\r\n"
                                + "Content-Type: text/html\r\n\r\n"
                                + "<p>See <img src=\"cid:1\"></p>\r\n"
                                + "--b\r\n"
                                + "Content-Type: image/png\r\n"
                                + "Content-ID: <1>\r\n"
                                + "Content-Transfer-Encoding: base64\r\n\r\n"
                                + "iVBORw0K\r\n"
                                + "--b--\r\n");
        assertThat(((Reading.Understood) reading).files())
                .singleElement()
                .satisfies(
                        file ->
                                assertThat(file.bytes())
                                        .isEqualTo(Base64.getDecoder().decode("iVBORw0K")));
    }

    @Test
    void ofMoreFilesThanAPersonSendsTheFirstAreKept() {
        Reading.Understood reading =
                (Reading.Understood)
                        read(
                                HEADERS
                                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                                        + "--b\r\nContent-Type: image/png\r\n\r\nx\r\n".repeat(500)
                                        + "--b\r\n\r\nIt leaks\r\n--b--\r\n");
        assertThat(reading.files()).hasSize(200);
        assertThat(reading.contact().content().attachments()).hasSize(200);
        assertThat(reading.contact().content().text().value()).isEqualTo("It leaks");
    }

    @Test
    void whatOutlookPacksIsUnpacked() {
        byte[] winmail = winmail();
        Reading.Understood reading = (Reading.Understood) read(packed(winmail));
        assertThat(reading.contact().content().text().value()).isEqualTo("煙が出ました");
        assertThat(reading.contact().content().attachments())
                .extracting(each -> each.fileName().value())
                .containsExactly("winmail.dat", "写真.jpg");
        assertThat(reading.files().getLast().bytes()).isEqualTo(new byte[] {1, 2, 3});
    }

    @Test
    void whatIsBrokenWithinItMakesNothingFail() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            byte[] broken = winmail();
            for (int j = 0; j < 1 + i % 5; j++) {
                broken[6 + random.nextInt(broken.length - 6)] = (byte) random.nextInt(256);
            }
            assertThat(read(packed(broken))).isInstanceOf(Reading.Understood.class);
        }
    }

    private static byte[] winmail() {
        Charset japanese = Charset.forName("windows-31j");
        ByteBuffer out = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x223e9f78).putShort((short) 1);
        attribute(out, 0x00069007, new byte[] {(byte) 0xa4, 3, 0, 0, 0, 0, 0, 0});
        attribute(out, 0x0002800c, "煙が出ました\0".getBytes(japanese));
        attribute(out, 0x00069002, new byte[14]);
        attribute(out, 0x00018010, "写真.jpg\0".getBytes(japanese));
        attribute(out, 0x0006800f, new byte[] {1, 2, 3});
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static void attribute(ByteBuffer out, int id, byte[] value) {
        out.put((byte) 1).putInt(id).putInt(value.length).put(value).putShort((short) 0);
    }

    private static String packed(byte[] winmail) {
        return HEADERS
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(winmail)
                + "\r\n--b--\r\n";
    }

    private static Contact contact(String type, String part, String words) {
        return Channels.understood(
                read(
                        HEADERS
                                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                                + String.join(
                                        "",
                                        List.of(
                                                "--b\r\nContent-Type: text/plain\r\n\r\n" + words,
                                                "\r\n--b\r\nContent-Type: " + type,
                                                "\r\n\r\n" + part + "\r\n--b--\r\n"))));
    }

    private static Reading read(String mail) {
        return Channels.EMAIL.read(
                Channels.arrival("message/rfc822", mail.getBytes(StandardCharsets.UTF_8)));
    }
}
