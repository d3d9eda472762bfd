package amends.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A test in a real browser, before answers that were recorded. Skipped where no Chromium is
/// installed.
abstract class InBrowser {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final double PATIENCE_MS = 30_000;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private static Playwright playwright;
    private static Browser browser;
    private static final Map<String, List<Cookie>> sessions = new HashMap<>();
    static RunningGateway gateway;

    RecordedComplaints complaints;
    BrowserContext context;
    Page page;
    final List<String> mishaps = new CopyOnWriteArrayList<>();
    private final List<String> obstacles = new ArrayList<>();

    @BeforeAll
    static void openBrowser() {
        Path chromium =
                Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElse(null);
        Assumptions.assumeTrue(
                chromium != null, "No Chromium here: install it to see the console tested");
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
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
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        gateway = new RunningGateway();
        sessions.clear();
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
            gateway.close();
        }
    }

    @BeforeEach
    void start() {
        gateway.service.begin();
        complaints = new RecordedComplaints(gateway.service);
        open("en-GB", ColorScheme.LIGHT);
    }

    void open(String locale, ColorScheme scheme) {
        open(locale, scheme, "Asia/Tokyo");
    }

    void open(String locale, ColorScheme scheme, String zone) {
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale(locale)
                                .setTimezoneId(zone)
                                .setColorScheme(scheme)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setViewportSize(WIDTH, HEIGHT));
        page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")
                            && !expected(message.text(), message.location())) {
                        mishaps.add(message.text() + " " + message.location());
                    }
                });
        page.onPageError(mishaps::add);
        page.addInitScript(
                "addEventListener('securitypolicyviolation', e => console.error('policy: ' +"
                        + " e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' +"
                        + " e.lineNumber))");
    }

    /// Browsers report every refused request; those that a test provokes are no mishaps.
    private static boolean expected(String text, String where) {
        boolean refused =
                (text.contains("409")
                                || text.contains("412")
                                || text.contains("404")
                                || text.contains("401"))
                        && (where.contains("/api/complaints/") || where.contains("/login"));
        boolean away = text.contains("503") && where.contains("/api/session/views");
        return text.startsWith("Failed to load resource") && (refused || away);
    }

    @AfterEach
    void stop() {
        context.close();
        assertThat(mishaps)
                .as("errors on the console and violations of the content policy")
                .isEmpty();
        assertThat(obstacles).as("what axe finds").isEmpty();
    }

    void logIn() {
        logIn(RunningGateway.USER, RunningGateway.PASSWORD);
    }

    /// Whoever was in before comes again with the cookies of his session, as people do: checking a
    /// password takes long, and is meant to.
    void logIn(String user, String password) {
        context.addCookies(sessions.getOrDefault(user, List.of()));
        page.navigate(gateway.uri("/").toString());
        if (page.url().contains("/login")) {
            hook("login-user").fill(user);
            hook("login-password").fill(password);
            hook("login-submit").click();
        }
        assertThat(hook("board")).isVisible();
        sessions.put(user, context.cookies());
        assertThat(hook("row").first()).isVisible();
        leaveTheList();
    }

    /// Rows move only while the pointer is elsewhere.
    void leaveTheList() {
        page.mouse().move(WIDTH - 5, 5);
    }

    void go(String hash) {
        page.evaluate("hash => { location.hash = hash; }", hash);
    }

    Locator hook(String name) {
        return page.getByTestId(name);
    }

    Locator row(String reference) {
        return page.locator("[data-testid=row][data-reference='" + reference + "']");
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /// Takes a picture; what stands in somebody's way is told when the test ends.
    void look(String name) {
        picture(name);
        obstacles.addAll(Axe.obstacles(page).stream().map(each -> name + ": " + each).toList());
    }
}
