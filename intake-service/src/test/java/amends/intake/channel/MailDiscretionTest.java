package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import amends.contracts.contact.Contact;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

class MailDiscretionTest {

    private static final String CARD = "4111 1111 1111 1111";
    private static final String HEADERS =
            "From: a@example.com\r\n"
                    + "Message-ID: <4111111111111111@example.com>\r\n"
                    + "MIME-Version: 1.0\r\n";

    @Test
    void plainTextAndSubjectAreMaskedAndIdsAreNot() {
        Contact contact =
                read(HEADERS + "Subject: card " + CARD + "\r\n\r\nMy card is " + CARD + ".\r\n");
        assertThat(contact.content().text().value()).isEqualTo("My card is **** **** **** 1111.");
        assertThat(contact.content().subject().value()).isEqualTo("card **** **** **** 1111");
        assertThat(original(contact))
                .doesNotContain(CARD)
                .contains("<4111111111111111@example.com>");
    }

    @Test
    void encodedTextsAreMaskedWithinTheirEncoding() {
        Charset japanese = Charset.forName("ISO-2022-JP");
        String words = "カード番号は" + CARD + "です。";
        String mail =
                HEADERS
                        + "Subject: =?UTF-8?B?"
                        + base64(words.getBytes(StandardCharsets.UTF_8))
                        + "?=\r\n"
                        + "Content-Type: multipart/mixed; boundary=\"4111111111111111\"\r\n\r\n"
                        + "--4111111111111111\r\n"
                        + "Content-Type: text/plain; charset=iso-2022-jp\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n"
                        + base64(words.getBytes(japanese))
                        + "\r\n--4111111111111111\r\n"
                        + "Content-Type: text/html; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                        + "<p>=E3=82=AB 4111 1111 =\r\n1111 1111</p>\r\n"
                        + "--4111111111111111--\r\n";
        Contact contact = read(mail);
        String discreet = "カード番号は**** **** **** 1111です。";
        assertThat(contact.content().text().value()).startsWith(discreet).contains("カ **** ****");
        assertThat(contact.content().subject().value()).isEqualTo(discreet);
        String kept = original(contact);
        assertThat(kept)
                .contains(base64(discreet.getBytes(japanese)))
                .contains("boundary=\"4111111111111111\"")
                .doesNotContain("1111 1111");
        assertThat(read(kept)).as("what is kept reads the same").isEqualTo(contact);
    }

    @Test
    void whatIsNotTextStaysToTheLastByte() {
        byte[] picture = ("GIF89a " + CARD).getBytes(StandardCharsets.US_ASCII);
        Contact contact =
                read(
                        HEADERS
                                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                                + "--b\r\n\r\n"
                                + "see "
                                + CARD
                                + "\r\n--b\r\nContent-Type: image/gif\r\n\r\n"
                                + new String(picture, StandardCharsets.US_ASCII)
                                + "\r\n--b--\r\n");
        assertThat(contact.content().text().value()).isEqualTo("see **** **** **** 1111");
        assertThat(contact.content().attachments().getFirst().hash())
                .isEqualTo(new FileContent(picture).hash());
    }

    @Test
    void mailsWithoutSuchNumbersAreKeptToTheLastByte() throws IOException {
        Path folder = Path.of(System.getProperty("amends.shared.data"), "mail");
        assumeThat(folder).as("collections of mails").exists();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(300);
            for (Path file : all) {
                byte[] mail = Files.readAllBytes(file);
                assertThat(MailDiscretion.masked(mail)).as(file.toString()).isSameAs(mail);
            }
        }
    }

    @Test
    void partsWithoutTheirOwnBoundaryAreNotLookedForInTheWholeMail() {
        String mail =
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n\r\n"
                                .repeat(180_000)
                        + "--b\r\n\r\nIt leaks\r\n--b--\r\n";
        List<MailPart> parts =
                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> MailPart.leaves(mail));
        assertThat(parts)
                .extracting(part -> mail.substring(part.start(), part.end()).strip())
                .containsExactly("It leaks");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String original(Contact contact) {
        return new String(contact.original().content().bytes(), StandardCharsets.UTF_8);
    }

    private static Contact read(String mail) {
        return Channels.understood(Channels.EMAIL.read(Channels.arrival("message/rfc822", mail)));
    }
}
