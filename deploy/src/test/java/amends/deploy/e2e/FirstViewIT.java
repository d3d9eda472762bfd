package amends.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import amends.deploy.local.LocalPlatform;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// On demand: `-Damends.first-view=5000`. How long people wait for the console with as many open
/// complaints on the board, in milliseconds as their browser counts them: printed, best, median and
/// worst of ten, and held to no bound, since browser and platform share the machine.
@EnabledIfSystemProperty(named = "amends.first-view", matches = "\\d+")
@ExtendWith(SharedPlatform.class)
class FirstViewIT {

    private static final int OPEN = Integer.getInteger("amends.first-view", 0);
    private static final int ROUNDS = 10;

    /// Tells when the first row was painted.
    private static final String PAINTED =
            """
            new MutationObserver((_, watching) => {
              if (document.querySelector('[data-testid=row]')) {
                watching.disconnect();
                requestAnimationFrame(() => setTimeout(() => { window.painted = performance.now(); }));
              }
            }).observe(document, {childList: true, subtree: true});
            """;

    /// From a key to the next frame, or to where something is seen.
    private static final String PRESSED =
            """
            ([key, seen]) => new Promise((done) => {
              const began = performance.now();
              const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
              if (seen) {
                new MutationObserver((_, watching) => {
                  if (document.querySelector(seen)) { watching.disconnect(); painted(); }
                }).observe(document, {childList: true, subtree: true});
              }
              document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
              if (!seen) { painted(); }
            })\
            """;

    private static final Map<String, List<Double>> figures = new LinkedHashMap<>();

    private static LocalPlatform platform;
    private static Chromium chromium;

    @BeforeAll
    static void begin(LocalPlatform running) {
        chromium = Chromium.open();
        platform = running;
        String rows =
                IntStream.range(0, OPEN)
                        .mapToObj(
                                i ->
                                        "{\"id\":\"f%d\",\"text\":\"It stopped, no. %d\"}\n"
                                                .formatted(i, i))
                        .collect(Collectors.joining());
        Import imported =
                Import.of(
                        Api.withKey(
                                running.gateway(), running.credentials().apiKeys().integration()),
                        "first-view",
                        "",
                        "application/x-ndjson",
                        () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        assertThat(imported.fresh()).isEqualTo(OPEN);
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
        figures.forEach((what, all) -> System.out.println(line(what, all)));
    }

    @Test
    void peopleWait() {
        try (Console console =
                chromium.console(
                        platform,
                        platform.credentials().console().user(),
                        platform.credentials().console().password())) {
            Page page = console.page();
            page.addInitScript(PAINTED);
            CDPSession browser = page.context().newCDPSession(page);
            for (int round = 0; round < ROUNDS; round++) {
                browser.send("Network.clearBrowserCache");
                note("first view, nothing kept by the browser", firstView(console));
                note("first view, files kept", firstView(console));
                for (String key : List.of("j", "f", "f", "End", "Home", "x", "Escape")) {
                    note("key " + key, pressed(page, key, ""));
                }
                note("a complaint is opened", pressed(page, "Enter", "[data-testid=complaint]"));
            }
        }
        assertThat(figures).hasSizeGreaterThan(5);
    }

    private static double firstView(Console console) {
        Page page = console.page();
        page.navigate("about:blank");
        page.navigate(platform.gateway().toString());
        page.waitForCondition(() -> page.evaluate("window.painted ?? null") != null);
        page.mouse().move(1, 1);
        return ((Number) page.evaluate("window.painted")).doubleValue();
    }

    private static double pressed(Page page, String key, String seen) {
        double waited = ((Number) page.evaluate(PRESSED, List.of(key, seen))).doubleValue();
        page.waitForTimeout(300);
        return waited;
    }

    private static void note(String what, double milliseconds) {
        figures.computeIfAbsent(what, _ -> new ArrayList<>()).add(milliseconds);
    }

    private static String line(String what, List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%-42s %,6.0f %,6.0f %,6.0f ms",
                what,
                sorted.getFirst(),
                sorted.get(sorted.size() / 2),
                sorted.getLast());
    }
}
