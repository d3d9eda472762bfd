package amends.deploy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// One person's page of the console.
record Console(Page page) implements AutoCloseable {

    private static final double PATIENCE_MS = 60_000;

    Console {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    void signIn(URI gateway, String user, String password) {
        page.navigate(gateway.toString());
        hook("login-user").fill(user);
        hook("login-password").fill(password);
        hook("login-submit").click();
        assertThat(hook("board")).isVisible();
        page.mouse().move(1, 1);
    }

    /// Takes the pointer away too, because nothing moves under it.
    void go(String hash) {
        page.evaluate("hash => { location.hash = hash; }", hash);
        page.mouse().move(1, 1);
    }

    Locator hook(String name) {
        return page.locator("[data-testid=" + name + "]");
    }

    Locator row(String reference) {
        return page.locator("[data-testid=row][data-reference='" + reference + "']");
    }

    /// Sends a command from its form, which closes when it has been decided.
    void command(String name, Map<String, String> fields) {
        long before = version();
        page.locator("[data-testid=command][data-command='" + name + "']").click();
        Locator form = hook("command-form");
        fields.forEach((field, value) -> form.locator("[name='" + field + "']").fill(value));
        hook("command-send").click();
        assertThat(form).isHidden();
        page.waitForCondition(
                () -> version() > before,
                new Page.WaitForConditionOptions().setTimeout(PATIENCE_MS));
    }

    private long version() {
        return Long.parseLong(hook("complaint").getAttribute("data-version"));
    }

    void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    @Override
    public void close() {
        page.close();
    }
}
