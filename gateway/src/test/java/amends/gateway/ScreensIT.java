package amends.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Every screen in every language, on a desk and on a tablet, one after the other in one page.
class ScreensIT extends InBrowser {

    private record Size(int width, int height) {

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    private static final Size DESK = new Size(1280, 720);
    private static final Size LYING = new Size(1024, 768);
    private static final Size STANDING = new Size(820, 1180);

    private static final String DRAWN =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    /// What a tablet shows otherwise than a desk.
    private static final Set<String> REARRANGED =
            Set.of("board", "wall", "composer", "load", "sla", "policy-sla", "template");

    private RecordedHandling handling;

    @BeforeEach
    void record() {
        handling = Screens.recorded(gateway.service, complaints);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, LIGHT", "zh-CN, DARK", "ja-JP, LIGHT"})
    void no_screen_hangs_over_an_edge(String locale, ColorScheme scheme) {
        context.close();
        open(locale, scheme);
        logIn();
        List<String> over = new ArrayList<>();
        for (Screens.Screen screen : Screens.all(handling)) {
            show(screen, DESK);
            for (Size size : List.of(DESK, LYING, STANDING)) {
                sized(size);
                Edges.over(page).forEach(each -> over.add(screen + " " + size + ": " + each));
                if (size.equals(lookedAt(locale))) {
                    pictures(screen, locale, scheme, size);
                }
            }
        }
        assertThat(over).isEmpty();
    }

    /// Each size is looked at in another language.
    private static Size lookedAt(String locale) {
        return switch (locale) {
            case "en-GB" -> DESK;
            case "zh-CN" -> LYING;
            default -> STANDING;
        };
    }

    private void pictures(Screens.Screen screen, String locale, ColorScheme scheme, Size size) {
        String name = "screen-%s-%s-%s-".formatted(screen, locale.substring(0, 2), size);
        if (size.equals(DESK)) {
            picture(name + "light");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.evaluate(DRAWN);
            picture(name + "dark");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        } else if (REARRANGED.contains(screen.name())) {
            look(name + scheme.name().toLowerCase(Locale.ROOT));
        } else {
            picture(name + scheme.name().toLowerCase(Locale.ROOT));
        }
    }

    /// From the wall, so that a screen that is open already begins anew.
    private void show(Screens.Screen screen, Size size) {
        sized(size);
        go("#/wall");
        assertThat(hook("wall")).isVisible();
        go(screen.hash());
        screen.opens().accept(this);
        assertThat(page.locator("amends-chart:not([data-drawn])")).hasCount(0);
        leaveTheList();
    }

    @Test
    void every_screen_is_walked_through_by_the_tab_key() {
        logIn();
        page.reload();
        assertThat(hook("row").first()).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        List<String> held = new ArrayList<>();
        for (Screens.Screen screen : Screens.all(handling)) {
            if (!screen.name().equals("wall")) {
                show(screen, DESK);
                TabWalk.obstacles(page).forEach(each -> held.add(screen + ": " + each));
            }
        }
        assertThat(held).isEmpty();
    }

    private void sized(Size size) {
        page.setViewportSize(size.width(), size.height());
        page.evaluate(DRAWN);
    }

    @Test
    void on_a_tablet_a_complaint_begins_with_what_can_be_done() {
        sized(STANDING);
        logIn();
        go("#/complaints/" + RecordedComplaints.SMOKE);
        assertThat(hook("delivery")).isVisible();
        assertThat(top(hook("command").first())).isLessThan(top(hook("contact").first()));
        assertThat(top(hook("contact").first())).isLessThan(top(hook("event").first()));
        sized(DESK);
        assertThat(page.locator("amends-commands").boundingBox().x)
                .isGreaterThan(page.locator("amends-contacts").boundingBox().x);
    }

    private static double top(Locator locator) {
        return locator.boundingBox().y;
    }

    @Test
    void on_a_tablet_a_rule_or_a_letter_that_is_chosen_is_seen_at_once() {
        sized(STANDING);
        logIn();
        go("#/admin/policies");
        hook("choice").selectOption("priority");
        assertThat(hook("policy-title")).isInViewport();
        assertThat(page.url()).endsWith("#/admin/policies/priority");
        hook("choice").selectOption("sla");
        assertThat(hook("policy-form")).isInViewport();
        go("#/admin/policies/routing");
        assertThat(hook("choice")).hasValue("routing");
        go("#/admin/templates");
        hook("choice").selectOption("follow-up");
        assertThat(hook("policy-title")).isInViewport();
        assertThat(hook("choice")).hasValue("follow-up");
    }

    @Test
    void on_a_tablet_the_board_says_product_customer_and_every_clock_of_each_complaint() {
        sized(LYING);
        logIn();
        Locator smoke = row(RecordedComplaints.SMOKE);
        assertThat(smoke.getByTestId("folded")).hasText("CleanAir 300 · 山田 花子");
        assertThat(smoke.locator("[data-clock=resolution]")).isInViewport();
        page.locator(".board-list").evaluate("list => list.scrollTo({top: 86 * 90})");
        assertThat(row("0090-K3F9-Q2X7-M")).isInViewport();
    }

    @Test
    void the_wall_shows_all_queues_the_most_pressing_first_and_a_way_back() {
        logIn();
        go("#/wall");
        for (Size size : List.of(DESK, LYING, STANDING, new Size(1920, 1080))) {
            sized(size);
            assertThat(hook("wall-queue")).hasCount(5);
            for (Locator queue : hook("wall-queue").all()) {
                assertThat(queue).isInViewport(whole());
            }
            assertThat(
                            page.locator(".wall ul")
                                    .evaluate("each => each.scrollHeight - each.clientHeight"))
                    .isEqualTo(0);
        }
        assertThat(hook("wall-queue").all().stream().map(each -> each.getAttribute("data-queue")))
                .containsExactly("safety", "general", "escalation", "billing", "vip");
        page.keyboard().press("Tab");
        assertThat(hook("wall-leave")).isFocused();
        hook("wall-leave").click();
        assertThat(hook("board")).isVisible();
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions
            whole() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions()
                .setRatio(1);
    }
}
