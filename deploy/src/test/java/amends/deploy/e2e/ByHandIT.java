package amends.deploy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import amends.deploy.local.Credentials;
import amends.deploy.local.LocalPlatform;

import com.microsoft.playwright.Locator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// An agent walks one complaint by hand through the console, from the mail that brings it to its
/// confirmed follow-up. Skipped where no Chromium is.
@ExtendWith(SharedPlatform.class)
class ByHandIT {

    private static final String CUSTOMER = "grace@example.org";

    @Test
    void oneComplaintFromItsMailToItsConfirmedFollowUp(LocalPlatform platform) {
        String reference = arrive(platform);
        Credentials.Console user = platform.credentials().console();
        try (Chromium chromium = Chromium.open();
                Console console = chromium.console(platform, user.user(), user.password())) {
            openFromTheBoard(console, reference);
            handle(console);
            new Customer(platform, CUSTOMER)
                    .answerFollowUp(1, "solved=yes&satisfaction=5&effort=1");
            seeStatus(console, "Closed");
            console.picture("complaint-closed");
        }
    }

    private static String arrive(LocalPlatform platform) {
        String mail =
                """
                From: Grace <%s>
                To: service@example.com
                Message-ID: <kettle@example.org>
                Subject: Kettle caught fire

                Flames came out of the kettle and burned my hand!
                """
                        .formatted(CUSTOMER)
                        .replace("\n", "\r\n");
        return Api.withKey(platform.gateway(), platform.credentials().apiKeys().integration())
                .post(
                        "/api/intake/email",
                        "message/rfc822",
                        BodyPublishers.ofString(mail, StandardCharsets.US_ASCII),
                        Duration.ofSeconds(20))
                .expect(202)
                .json()
                .path("reference")
                .asString();
    }

    private static void openFromTheBoard(Console console, String reference) {
        Locator row = console.row(reference);
        assertThat(row).containsText("Kettle");
        console.picture("board");
        row.click();
        assertThat(console.hook("complaint")).isVisible();
        seeStatus(console, "Acknowledged");
        assertThat(console.hook("factors")).containsText("burned");
    }

    private static void handle(Console console) {
        console.command(
                "reply", Map.of("text", "I am very sorry, and I hope your hand is better."));
        console.command(
                "clarify",
                Map.of("concern.words", "Kettle caught fire", "demand.words", "A new kettle"));
        seeStatus(console, "Clarified");
        console.command(
                "assess",
                Map.of(
                        "assessment.responsibleArea", "heating element",
                        "assessment.reasoning", "Known batch"));
        seeStatus(console, "Assessed");
        console.command(
                "propose-solution",
                Map.of("remedy.amount", "4980", "explanation", "We replace it today"));
        console.command("accept-proposal", Map.of());
        console.command("execute-remedy", Map.of("note", "Sent by courier"));
        seeStatus(console, "Remedied");
        console.command("resolve", Map.of("summary", "The new kettle works"));
    }

    private static void seeStatus(Console console, String status) {
        assertThat(console.hook("complaint-status")).hasText(status);
    }
}
