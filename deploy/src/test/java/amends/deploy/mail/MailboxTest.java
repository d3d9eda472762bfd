package amends.deploy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class MailboxTest {

    private static final String MAIL =
            """
            From: Amends <care@amends.example>
            To: hanako@customer.example
            Subject: =?UTF-8?B?44GU6YCj57Wh44GC44KK44GM44Go44GG?=
            Message-ID: <ack-1@amends.example>
            Content-Type: text/plain; charset=UTF-8

            受け付けました。
            """
                    .replace("\n", "\r\n");

    @TempDir private Path folder;

    @Test
    void keepsAMailDeliveredTwiceOnce() throws IOException {
        Mailbox mailbox = Mailbox.open(folder);

        String first = mailbox.keep(bytes(MAIL), List.of("hanako@customer.example"));
        String again =
                mailbox.keep(
                        bytes(MAIL.replace("Subject", "X-Retried: yes\r\nSubject")), List.of());

        assertThat(again).isEqualTo(first);
        assertThat(mailbox.mails()).hasSize(1);
        assertThat(folder).isDirectoryContaining("glob:**" + first + ".eml");
    }

    @Test
    void decodesWhatItLists() throws IOException {
        Mailbox mailbox = Mailbox.open(folder);
        String id = mailbox.keep(bytes(MAIL), List.of("hanako@customer.example"));

        assertThat(mailbox.mails())
                .first()
                .satisfies(
                        mail -> {
                            assertThat(mail.subject()).isEqualTo("ご連絡ありがとう");
                            assertThat(mail.messageId()).isEqualTo("<ack-1@amends.example>");
                        });
        assertThat(mailbox.find(id).orElseThrow().text()).startsWith("受け付けました。");
    }

    @Test
    void knowsItsMailsAfterARestart() throws IOException {
        Mailbox.open(folder).keep(bytes(MAIL), List.of());

        assertThat(Mailbox.open(folder).mails())
                .extracting(Mail::to)
                .containsExactly(List.of("hanako@customer.example"));
    }

    @Test
    void takesAMailWithoutHeaders() throws IOException {
        Mailbox mailbox = Mailbox.open(folder);

        String id = mailbox.keep(bytes("only text"), List.of("x@customer.example"));

        assertThat(mailbox.keep(bytes("other text"), List.of())).isNotEqualTo(id);
        assertThat(mailbox.size()).isEqualTo(2);
    }

    @Test
    void findsNothingOutsideItsFolder() throws IOException {
        Files.writeString(folder.resolve("secret.eml"), "secret");

        assertThat(Mailbox.open(folder.resolve("mails")).find("../secret")).isEmpty();
    }

    private static byte[] bytes(String mail) {
        return mail.getBytes(StandardCharsets.UTF_8);
    }
}
