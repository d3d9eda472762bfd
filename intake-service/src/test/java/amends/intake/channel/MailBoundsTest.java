package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import amends.contracts.contact.ContactContent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/// A mail may be odd, and takes no longer than one of its size.
class MailBoundsTest {

    private static final String PAGE = "Content-Type: multipart/mixed; boundary=\"-\"\n\n";

    @Test
    void aLineOfDashesIsLookedThroughOnce() {
        assertThat(read("From: a@x\n" + PAGE + "-".repeat(700_000)).text().value())
                .startsWith("---");
    }

    @Test
    void aHeaderOfManyLinesIsReadAsFarAsHeadersGo() {
        assertThat(
                        read("From: a@x\nSubject: a\n" + " b\n".repeat(400_000) + "\nIt leaks")
                                .text()
                                .value())
                .isEqualTo("It leaks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "\"a\\", "a@b, ", "<"})
    void aSenderWithoutEndIsReadAsFarAsAddressesGo(String piece) {
        assertThat(read("From: " + piece.repeat(300_000) + "\n\nIt leaks").text().value())
                .isEqualTo("It leaks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-2022-CN", "JISAutoDetect", "ISO-2022-CN-GB"})
    void aCharsetThatCanOnlyBeReadIsRead(String charset) {
        ContactContent content =
                read(
                        "From: a@x\nContent-Type: text/plain; charset="
                                + charset
                                + "\n\nMy card is 4111 1111 1111 1111, it leaks");
        assertThat(content.text().value()).isEqualTo("My card is **** **** **** 1111, it leaks");
    }

    private static ContactContent read(String mail) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () ->
                        Channels.understood(
                                        Channels.EMAIL.read(
                                                Channels.arrival("message/rfc822", mail)))
                                .content());
    }
}
