package amends.deploy.e2e;

import amends.deploy.local.LocalPlatform;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A real browser.
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    /// Skips the test, visibly, where there is none.
    static Chromium open() {
        Optional<Path> found =
                Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        Assumptions.assumeTrue(
                found.isPresent(), "No Chromium here: install it to see this tested");
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(found.get())
                        .setArgs(
                                List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-background-networking"));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /// The console as somebody sees it who has just signed in.
    Console console(LocalPlatform platform, String user, String password) {
        Console console =
                new Console(
                        browser.newPage(
                                new Browser.NewPageOptions()
                                        .setLocale("en-GB")
                                        .setViewportSize(1280, 720)));
        console.signIn(platform.gateway(), user, password);
        return console;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
