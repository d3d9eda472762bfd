package amends.deploy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import amends.deploy.local.LocalPlatform;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An agent walks one complaint by hand through the console to its confirmed follow-up. Skipped
/// where no Chromium is.
@ExtendWith(SharedPlatform.class)
class ByHandIT {

    private static final double PATIENCE_MS = 20_000;
    private static final String CUSTOMER = "grace@example.org";

    @Test
    void oneComplaintFromTheBoardToItsConfirmedFollowUp(LocalPlatform platform) {
        Path chromium = chromium();
        String reference = arrive(platform);
        try (Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Browser browser =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(chromium)
                                            .setArgs(
                                                    List.of(
                                                            "--no-sandbox",
                                                            "--disable-gpu",
                                                            "--disable-background-networking")));
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 720));
            logIn(page, platform);
            openFromTheBoard(page, reference);
            handle(page);
            new Customer(platform, CUSTOMER)
                    .answerFollowUp(1, "solved=yes&satisfaction=5&effort=1");
            seeStatus(page, "Closed");
            picture(page, "complaint-closed");
        }
    }

    private static Path chromium() {
        Path found =
                Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElse(null);
        Assumptions.assumeTrue(found != null, "No Chromium here: install it to see this tested");
        return found;
    }

    private static String arrive(LocalPlatform platform) {
        return Api.withKey(platform.gateway(), platform.credentials().apiKeys().integration())
                .post(
                        "/api/intake/complaints",
                        Map.of(
                                "customer", Map.of("name", "Grace", "email", CUSTOMER),
                                "product", "Kettle K2",
                                "subject", "Kettle caught fire",
                                "text", "Flames came out of the kettle and burned my hand!"))
                .expect(202)
                .json()
                .path("reference")
                .asString();
    }

    private static void logIn(Page page, LocalPlatform platform) {
        page.navigate(platform.gateway().toString());
        hook(page, "login-user").fill(platform.credentials().console().user());
        hook(page, "login-password").fill(platform.credentials().console().password());
        hook(page, "login-submit").click();
        soon(hook(page, "board")).isVisible(visible());
    }

    private static void openFromTheBoard(Page page, String reference) {
        Locator row = hook(page, "row").filter(new Locator.FilterOptions().setHasText("Kettle"));
        soon(row.first()).isVisible(visible());
        assertThat(row.first().textContent()).contains(reference);
        picture(page, "board");
        row.first().click();
        soon(hook(page, "complaint")).isVisible(visible());
        seeStatus(page, "Acknowledged");
        assertThat(hook(page, "factors")).containsText("burned");
    }

    private static void handle(Page page) {
        command(page, "reply", Map.of("text", "I am very sorry, and I hope your hand is better."));
        command(
                page,
                "clarify",
                Map.of("concern.words", "Kettle caught fire", "demand.words", "A new kettle"));
        seeStatus(page, "Clarified");
        command(
                page,
                "assess",
                Map.of(
                        "assessment.responsibleArea", "heating element",
                        "assessment.reasoning", "Known batch"));
        seeStatus(page, "Assessed");
        command(
                page,
                "propose-solution",
                Map.of("remedy.amount", "4980", "explanation", "We replace it today"));
        command(page, "accept-proposal", Map.of());
        command(page, "execute-remedy", Map.of("note", "Sent by courier"));
        seeStatus(page, "Remedied");
        command(page, "resolve", Map.of("summary", "The new kettle works"));
    }

    private static void command(Page page, String name, Map<String, String> fields) {
        Locator button = page.locator("[data-testid=command][data-command=%s]".formatted(name));
        soon(button).isVisible(visible());
        long before = version(page);
        button.click();
        Locator form = hook(page, "command-form");
        fields.forEach((field, value) -> form.locator("[name='" + field + "']").fill(value));
        hook(page, "command-send").click();
        soon(form).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MS));
        page.waitForCondition(() -> version(page) > before);
    }

    private static long version(Page page) {
        return Long.parseLong(hook(page, "complaint").getAttribute("data-version"));
    }

    private static void seeStatus(Page page, String status) {
        soon(hook(page, "complaint-status"))
                .hasText(status, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
    }

    private static Locator hook(Page page, String name) {
        return page.locator("[data-testid=" + name + "]");
    }

    private static LocatorAssertions soon(Locator locator) {
        return assertThat(locator);
    }

    private static LocatorAssertions.IsVisibleOptions visible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }
}
