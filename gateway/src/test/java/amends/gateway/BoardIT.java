package amends.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Locale;

/// The board as operations teams use it all day.
class BoardIT extends InBrowser {

    private static final String NEW = "NEW0-NEW0-NEW0-1";

    @Test
    void filters_narrow_the_board_stand_in_the_address_and_are_taken_away_one_by_one() {
        logIn();
        hook("filter").click();
        hook("filter-channel").selectOption("chat");
        assertThat(hook("chip")).hasCount(1);
        assertThat(hook("row").first().getByTestId("title")).containsText("三次维修");
        hook("filter-owner").selectOption("!");
        assertThat(hook("empty")).containsText("No open complaint fits");
        page.locator("[data-testid=chip][data-field=channel]").click();
        assertThat(hook("row").first().getByTestId("title")).containsText("It would be nice");
        assertThat(page.url()).endsWith("#/board?unassigned=true");

        page.reload();
        assertThat(hook("row").first().getByTestId("title")).containsText("It would be nice");
        page.goBack();
        assertThat(hook("chip")).hasCount(2);
    }

    @Test
    void a_view_is_saved_under_a_name_and_gone_back_to() {
        logIn();
        go("#/board/general?unassigned=true&sort=due");
        assertThat(hook("sort")).hasValue("due");
        hook("views").locator("summary").click();
        hook("view-name").fill("Nobody's");
        hook("view-save").click();
        assertThat(hook("saved-view")).hasCount(1);
        go("#/board");
        assertThat(hook("chip")).hasCount(0);

        page.reload();
        hook("views").locator("summary").click();
        hook("saved-view").click();
        assertThat(hook("chip")).hasCount(1);
        assertThat(hook("sort")).hasValue("due");
        assertThat(page.locator("[data-testid=queue][data-queue=general]"))
                .hasAttribute("aria-pressed", "true");
        hook("views").getByLabel("Delete").click();
        assertThat(hook("saved-view")).hasCount(0);
    }

    @Test
    void views_that_are_not_known_are_not_written_over() {
        logIn();
        String views = "**/api/session/views";
        page.route(views, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.reload();
        hook("views").locator("summary").click();
        assertThat(hook("views")).containsText("A service is away");
        assertThat(hook("view-save")).isDisabled();
        page.unroute(views);
        hook("views").locator("summary").click();
        hook("views").locator("summary").click();
        assertThat(hook("view-save")).isEnabled();
    }

    @Test
    void a_view_saved_elsewhere_meanwhile_stays() {
        logIn();
        hook("views").locator("summary").click();
        assertThat(hook("view-save")).isEnabled();
        assertThat(
                        page.evaluate(
                                """
                                async () => {
                                  const {put} = await import(new URL('api.js', document.querySelector('script[src]').src));
                                  return (await put('/api/session/views', {items: [{name: 'Elsewhere', address: '#/board'}]})).items.length;
                                }\
                                """))
                .isEqualTo(1);
        hook("view-name").fill("Here");
        hook("view-save").click();
        assertThat(hook("saved-view")).hasText(new String[] {"Elsewhere", "Here"});
        for (int left = 1; left >= 0; left--) {
            hook("views").getByLabel("Delete").first().click();
            assertThat(hook("saved-view")).hasCount(left);
        }
    }

    @Test
    void nothing_moves_under_the_pointer_and_what_is_new_is_shown_once_it_has_gone() {
        logIn();
        row(RecordedComplaints.SMOKE).hover();
        complaints.change(complaints.arrival(NEW, "Smoke from the new heater"));
        assertThat(hook("show-new")).containsText("1 new");
        assertThat(hook("row").first()).hasAttribute("data-reference", RecordedComplaints.SMOKE);

        leaveTheList();
        assertThat(row(NEW)).isVisible();
        assertThat(hook("show-new")).hasCount(0);
    }

    @Test
    void what_does_not_fit_the_filter_is_not_announced() {
        logIn();
        go("#/board/billing");
        assertThat(hook("row").first().getByTestId("title")).containsText("Charged twice");
        complaints.change(complaints.arrival(NEW, "Smoke from the new heater"));
        complaints.change(
                complaints
                        .arrival("NEW0-NEW0-NEW0-2", "Charged three times")
                        .replace("\"safety\"", "\"billing\""));
        assertThat(row("NEW0-NEW0-NEW0-2")).isVisible();
        assertThat(row(NEW)).hasCount(0);
    }

    @Test
    void what_may_no_longer_be_seen_leaves_the_board() {
        logIn();
        assertThat(row(RecordedComplaints.SMOKE)).isVisible();
        complaints.board().hide("smoke");
        assertThat(row(RecordedComplaints.SMOKE)).hasCount(0);
        assertThat(hook("board")).hasAttribute("aria-rowcount", "100");
    }

    @Test
    void whoever_was_cut_off_comes_back_by_himself_and_misses_nothing() {
        logIn();
        complaints.change(complaints.arrival(NEW, "Smoke from the new heater"));
        assertThat(row(NEW)).isVisible();

        complaints.board().cutOff();
        assertThat(hook("live")).hasText("Reconnecting…");
        complaints.change(complaints.arrival("NEW0-NEW0-NEW0-2", "Sparks from the new heater"));
        complaints.change(complaints.smokeBreached());
        page.waitForTimeout(400);
        complaints.board().comeBack();

        assertThat(row("NEW0-NEW0-NEW0-2")).isVisible();
        assertThat(row(RecordedComplaints.SMOKE).getByTestId("status"))
                .hasAttribute("data-status", "clarified");
        assertThat(hook("live")).hasText("Live");
        mishaps.removeIf(text -> text.contains("503") || text.contains("INCOMPLETE"));
    }

    @Test
    void everything_can_be_done_with_keys() {
        logIn();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("tr.row.selected")).hasAttribute("aria-rowindex", "3");
        assertThat(page.locator("tr.row.selected a")).isFocused();
        page.keyboard().press("End");
        assertThat(hook("board")).hasAttribute("aria-rowcount", "141");
        page.keyboard().press("End");
        assertThat(page.locator("tr.row.selected")).hasAttribute("aria-rowindex", "141");
        page.keyboard().press("Home");
        assertThat(page.locator("tr.row.selected")).hasAttribute("aria-rowindex", "2");
        page.keyboard().press("?");
        assertThat(hook("keys")).isVisible();
        look("board-keys-light");
        page.keyboard().press("Escape");
        page.keyboard().press("f");
        assertThat(hook("filters")).isVisible();
        page.keyboard().press("5");
        assertThat(page.locator("[data-testid=queue][data-queue=general]"))
                .hasAttribute("aria-pressed", "true");
        page.keyboard().press("w");
        assertThat(hook("wall")).isVisible();
        page.keyboard().press("Escape");
        assertThat(hook("board")).isVisible();
    }

    @Test
    void one_command_is_tried_and_then_given_to_many_by_keys_alone() {
        RecordedBulk bulk = new RecordedBulk(gateway.service);
        logIn();
        assertThat(hook("select")).isVisible();
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("j");
            page.keyboard().press("x");
        }
        assertThat(hook("selected")).hasText("3 selected");
        assertThat(page.locator("tr.row.selected [data-testid=pick]")).isChecked();
        look("board-selecting-light");

        page.keyboard().press("b");
        hook("bulk-command").selectOption("hand-over");
        hook("field-reason").fill("The specialists know this motor.");
        look("bulk-choosing-light");
        hook("bulk-preview").press("Enter");
        assertThat(hook("bulk-would")).hasText("2 would be carried out.");
        assertThat(hook("bulk-refused")).containsText(RecordedComplaints.SMOKE);
        look("bulk-preview-light");
        assertThat(bulk.carriedOut()).isEmpty();
        assertThat(bulk.tried().getFirst().at("/versions/smoke").asLong()).isEqualTo(7);

        hook("bulk-run").press("Enter");
        assertThat(hook("bulk-done")).hasText("2 carried out.");
        look("bulk-done-light");
        assertThat(bulk.carriedOut()).hasSize(1);
        assertThat(bulk.carriedOut().getFirst().path("complaints")).hasSize(2);
        assertThat(bulk.carriedOut().getFirst().at("/body/reason").asString())
                .isEqualTo("The specialists know this motor.");
        hook("bulk-close").press("Enter");
        assertThat(hook("selected")).hasText("0 selected");
        page.keyboard().press("Escape");
        assertThat(hook("pick")).hasCount(0);
    }

    @Test
    void all_that_is_loaded_is_selected_at_once_but_never_more_than_the_service_takes() {
        context.close();
        open("ja-JP", ColorScheme.DARK);
        new RecordedBulk(gateway.service);
        logIn();
        hook("select").click();
        hook("pick-all").check();
        assertThat(hook("selected")).containsText("100件");
        hook("pick").first().uncheck();
        assertThat(hook("selected")).containsText("99件");
        look("board-selecting-dark");
        hook("bulk-open").click();
        assertThat(hook("bulk-form")).isVisible();
        hook("field-agent").fill("sato");
        hook("bulk-preview").click();
        assertThat(hook("bulk-would")).containsText("99件");
        look("bulk-preview-dark");
        hook("bulk-run").click();
        assertThat(hook("bulk-done")).containsText("99件");
    }

    @Test
    void single_keys_can_be_switched_off_and_others_still_work() {
        logIn();
        hook("show-keys").click();
        hook("keys-on").uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("w");
        page.keyboard().press("f");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("tr.row.selected")).hasAttribute("aria-rowindex", "2");
        assertThat(hook("filters")).hasCount(0);
        assertThat(hook("wall")).hasCount(0);
    }

    @Test
    void clocks_tick_without_the_rows_being_drawn_again() {
        logIn();
        Locator clock = row(RecordedComplaints.SMOKE).locator("[data-clock=first-human-reply]");
        String before = clock.locator(".time").textContent();
        page.evaluate(
                """
                () => {
                  window.drawn = 0;
                  new MutationObserver(all => { window.drawn += all.length; })
                    .observe(document.querySelector('tbody'), {childList: true});
                }\
                """);
        await().until(() -> !clock.locator(".time").textContent().equals(before));
        assertThat(page.evaluate("window.drawn")).isEqualTo(0);
    }

    @Test
    void the_list_takes_the_whole_width_however_long_it_is() {
        logIn();
        int empty =
                (int)
                        page.evaluate(
                                """
                                () => {
                                  const list = document.querySelector('.board-list');
                                  const last = [...list.querySelectorAll('thead th')].at(-1);
                                  return Math.round(list.getBoundingClientRect().right - last.getBoundingClientRect().right);
                                }\
                                """);
        assertThat(empty).as("pixels beside the last column").isLessThan(30);
    }

    @Test
    void fifty_thousand_complaints_scroll_with_only_what_is_seen_on_the_page() {
        int all = 50_000;
        RecordedBoard many =
                new RecordedBoard(
                        gateway.service,
                        all,
                        i ->
                                complaints
                                        .arrival(
                                                String.format(
                                                        Locale.ROOT,
                                                        "A%03d-%04d-AAAA-A",
                                                        i / 10_000,
                                                        i % 10_000),
                                                "No. " + i)
                                        .replace("\"score\": 120", "\"score\": " + (100_000 - i)));
        logIn();
        page.setDefaultTimeout(120_000);
        page.evaluate(
                """
                async count => {
                  const list = document.querySelector('.board-list');
                  const rows = () => Number(document.querySelector('table').getAttribute('aria-rowcount')) - 1;
                  while (rows() < count) {
                    list.scrollTo({top: list.scrollHeight});
                    await new Promise(done => setTimeout(done, 20));
                  }
                  list.scrollTo({top: list.scrollHeight});
                }\
                """,
                all);
        assertThat(page.getByText("No. 49999")).isVisible();
        assertThat(hook("row").count()).isLessThan(60);
        many.change(
                complaints
                        .arrival("ZZZZ-ZZZZ-ZZZZ-Z", "The newest")
                        .replace("\"score\": 120", "\"score\": 999999"));
        assertThat(hook("show-new")).containsText("1 new");
    }

    @Test
    void a_screen_that_can_not_be_loaded_says_so_and_what_to_do() {
        logIn();
        page.route("**/work/work.js", Route::abort);
        page.evaluate("location.hash = '#/work'");
        assertThat(hook("error")).containsText("could not be loaded");
        page.unroute("**/work/work.js");
        hook("error").getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("amends-work")).isVisible();
        mishaps.removeIf(text -> text.contains("ERR_FAILED"));
    }

    @Test
    void the_first_view_comes_with_less_than_500_kilobytes() {
        logIn();
        List<?> sizes =
                (List<?>)
                        page.evaluate(
                                """
                                [...performance.getEntriesByType('navigation'),
                                 ...performance.getEntriesByType('resource')]
                                .map(each => each.encodedBodySize)\
                                """);
        assertThat(sizes).hasSizeBetween(20, 249);
        assertThat(sizes.stream().mapToInt(each -> ((Number) each).intValue()).sum())
                .isLessThan(500_000);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en-GB, 1280, 720", "DARK, zh-CN, 1280, 720", "LIGHT, ja-JP, 820, 1180"})
    void the_board_in_each_language_theme_and_size(
            ColorScheme scheme, String locale, int width, int height) {
        context.close();
        open(locale, scheme);
        page.setViewportSize(width, height);
        String suffix = "-" + locale + "-" + scheme.name().toLowerCase(Locale.ROOT);
        logIn();
        assertThat(hook("forecast-hour")).hasCount(8);
        look("board" + suffix);
        hook("filter").click();
        hook("filter-channel").selectOption("email");
        assertThat(hook("chip")).isVisible();
        hook("views").locator("summary").click();
        look("board-filtered" + suffix);
        hook("search").fill("nothing like it");
        assertThat(hook("empty")).isVisible();
        hook("views").locator("summary").click();
        look("board-empty" + suffix);
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing hangs over the edge")
                .isTrue();
        hook("empty").getByRole(AriaRole.BUTTON).click();
        assertThat(hook("search")).hasValue("");
        assertThat(hook("row").first()).isVisible();
        go("#/wall");
        assertThat(hook("wall-queue")).hasCount(4);
        look("wall" + suffix);
    }
}
