package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

class EmailChannelTest {

    private static final String HEADERS =
            """
            From: =?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <Hanako@EXAMPLE.jp>
            To: support@example.com
            Message-ID: <m1@example.jp>
            Date: Tue, 31 Mar 2026 21:00:00 +0900
            Subject: Help
            """;

    @Test
    void aMailIsOneWhateverMailboxItReaches() {
        byte[] mail = (HEADERS + "\nIt leaks").getBytes(StandardCharsets.UTF_8);
        List<Contact> reached =
                Stream.of("care@example.com", "help@example.com")
                        .map(
                                mailbox ->
                                        new Arrival(
                                                new SourceName(mailbox),
                                                null,
                                                null,
                                                new MediaTypeName("message/rfc822"),
                                                mail,
                                                Channels.NOW))
                        .map(arrival -> Channels.understood(Channels.EMAIL.read(arrival)))
                        .toList();
        assertThat(reached)
                .extracting(each -> each.content().id())
                .containsOnly(ContactId.derive(EmailChannel.MAIL, "<m1@example.jp>"));
        assertThat(reached)
                .extracting(Contact::complaintId)
                .containsOnly(reached.getFirst().complaintId());
        assertThat(reached)
                .extracting(each -> each.content().source().value())
                .containsExactly("care@example.com", "help@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "iso-2022-jp,ISO-2022-JP",
        "Shift_JIS,windows-31j",
        "windows-31j,windows-31j",
        "euc-jp,EUC-JP",
        "utf-8,UTF-8",
        "us-ascii,UTF-8"
    })
    void japaneseIsReadInWhateverCharset(String told, String written) {
        byte[] mail =
                joined(
                        HEADERS + "Content-Type: text/plain; charset=" + told + "\n\n",
                        "煙が出ました。",
                        Charset.forName(written));
        Contact contact = read(mail);
        assertThat(contact.content().text().value()).isEqualTo("煙が出ました。");
        assertThat(contact.content().language().value()).isEqualTo("ja");
        assertThat(contact.customer().name().value()).isEqualTo("山田");
        assertThat(contact.customer().emails().getFirst().value()).isEqualTo("Hanako@example.jp");
        assertThat(contact.customer().identifiedBy()).isEqualTo(IdentifiedBy.EMAIL);
        assertThat(contact.content().occurredAt()).isEqualTo("2026-03-31T12:00:00Z");
    }

    @Test
    void japaneseWithoutACharsetShowsItself() {
        for (String charset : List.of("windows-31j", "ISO-2022-JP", "UTF-8")) {
            String words = "掃除機から煙が出ました。使用中に焦げ臭いにおいがして、とても怖かったです。返金してください。";
            Contact contact = read(joined(HEADERS + "\n", words, Charset.forName(charset)));
            assertThat(contact.content().text().value()).as(charset).isEqualTo(words);
        }
    }

    @Test
    void htmlAloneBecomesText() {
        Contact contact =
                read(
                        HEADERS
                                + "Content-Type: text/html; charset=utf-8\n\n"
                                + "<html><style>p{}</style><p>It <b>leaks</b>.</p><p>Help</p><div"
                                + " class=\"gmail_quote\">On Monday we wrote: buy"
                                + " more</div></html>");
        assertThat(contact.content().text().value()).isEqualTo("It leaks.\nHelp");
    }

    @Test
    void attachmentsKeepTheirNames() {
        String encoded =
                Base64.getEncoder().encodeToString("%PDF".getBytes(StandardCharsets.US_ASCII));
        Contact contact =
                read(
                        HEADERS
                                + """
                                Content-Type: multipart/mixed; boundary=b

                                --b
                                Content-Type: multipart/alternative; boundary=c

                                --c
                                Content-Type: text/plain; charset=utf-8

                                It leaks
                                --c
                                Content-Type: text/html; charset=utf-8

                                <p>It leaks</p>
                                --c--
                                --b
                                Content-Type: application/pdf
                                Content-Disposition: attachment; filename*=utf-8''%E5%86%99%E7%9C%9F.pdf
                                Content-Transfer-Encoding: base64

                                """
                                + encoded
                                + "\n"
                                + "--b\n"
                                + "Content-Type: image/jpeg;"
                                + " name=\"=?utf-8?B?5YaZ55yfLmpwZw==?=\"\n\n"
                                + "x\n"
                                + "--b--\n");
        assertThat(contact.content().text().value()).isEqualTo("It leaks");
        assertThat(contact.content().attachments())
                .extracting(
                        attachment -> attachment.fileName().value(),
                        attachment -> attachment.mediaType().value())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("写真.pdf", "application/pdf"),
                        org.assertj.core.groups.Tuple.tuple("写真.jpg", "image/jpeg"));
        assertThat(contact.content().attachments().getFirst().size()).isEqualTo(4);
    }

    @Test
    void aReplyBelongsToTheConversationOfItsFirstMail() {
        Contact first = read(HEADERS + "\nIt leaks");
        String reply =
                "From: a@example.com\n"
                        + "Message-ID: <m3@x>\n"
                        + "References: <m1@example.jp> <m2@x>\n"
                        + "In-Reply-To: <m2@x>\n\n"
                        + "Still leaks\n\n"
                        + "On Tue, Mar 31, 2026 at 9:00 PM, Support wrote:\n"
                        + "> Does it leak?\n";
        Contact second = read(reply);
        assertThat(second.complaintId()).isEqualTo(first.complaintId());
        assertThat(second.content().id()).isNotEqualTo(first.content().id());
        assertThat(second.content().text().value()).isEqualTo("Still leaks");
        assertThat(new String(second.original().content().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(reply);
    }

    @Test
    void aReferenceInSubjectOrAddressWins() {
        ComplaintId complaint =
                ComplaintId.derive(new BrandName("Example"), new ChannelName("chat"), "c");
        String reference = complaint.reference().toString();
        assertThat(
                        read(HEADERS.replace("Help", "Re: [" + reference + "] Help") + "\nx")
                                .complaintId())
                .isEqualTo(complaint);
        assertThat(
                        read(HEADERS.replace("support@", "reply+" + reference + "@") + "\nx")
                                .complaintId())
                .isEqualTo(complaint);
        String wrong =
                reference.substring(0, 3)
                        + (reference.charAt(3) == 'X' ? 'Y' : 'X')
                        + reference.substring(4);
        assertThat(read(HEADERS.replace("Help", wrong) + "\nx").complaintId())
                .isNotEqualTo(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "'just words',mail-without-headers",
        "'From: a@b.c\nContent-Type: text/plain; charset=x-none\n\nhi',mail-charset-unknown",
        "'From: a@b.c\n\n',mail-empty"
    })
    void whatIsNoCustomersMailIsKeptWithItsReason(String mail, String reason) {
        assertThat(Channels.EMAIL.read(Channels.arrival("message/rfc822", mail)))
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear -> assertThat(unclear.reason().value()).isEqualTo(reason));
    }

    @Test
    void everyMailOfTheCollectionsIsTakenOrKept() throws IOException {
        Path folder = Path.of(System.getProperty("amends.shared.data"), "mail");
        assumeThat(folder).as("collections of mails").exists();
        Map<String, Integer> outcomes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Reading reading =
                        Channels.EMAIL.read(
                                Channels.arrival("message/rfc822", Files.readAllBytes(file)));
                assertThat(reading).as(file.toString()).isNotInstanceOf(Reading.Invalid.class);
                outcomes.merge(
                        reading instanceof Reading.Unclear unclear
                                ? unclear.reason().value()
                                : "understood",
                        1,
                        Integer::sum);
            }
        }
        assertThat(outcomes.get("understood")).as(outcomes.toString()).isGreaterThan(200);
        Contact japanese =
                read(
                        Files.readAllBytes(
                                folder.resolve(
                                        "mail-mikel/emails/multi_charset/japanese_shift_jis.eml")));
        assertThat(japanese.content().language().value()).isEqualTo("ja");
    }

    private static byte[] joined(String headers, String words, Charset charset) {
        byte[] head = headers.getBytes(StandardCharsets.US_ASCII);
        byte[] body = words.getBytes(charset);
        byte[] mail = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, mail, head.length, body.length);
        return mail;
    }

    private static Contact read(String mail) {
        return read(mail.getBytes(StandardCharsets.UTF_8));
    }

    private static Contact read(byte[] mail) {
        return Channels.understood(Channels.EMAIL.read(Channels.arrival("message/rfc822", mail)));
    }
}
