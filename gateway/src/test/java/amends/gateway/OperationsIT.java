package amends.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// The screens of operations, and the way from figures to complaints.
class OperationsIT extends InBrowser {

    @BeforeEach
    void record() {
        new RecordedOperations(gateway.service);
    }

    @Test
    void what_feels_ill_is_seen_beside_how_late_timers_are() {
        logIn();
        go("#/operations/services");
        Locator workflow = page.locator("[data-testid=service][data-service=workflow]");
        assertThat(workflow.getByTestId("health").first()).containsText("up");
        assertThat(workflow).containsText("Figures to be seen");
        assertThat(workflow.locator("[data-status=DOWN]")).hasCount(2);
        assertThat(workflow).containsText("Certificates");
        assertThat(workflow).containsText("Database");
        assertThat(workflow).not().containsText("Alive");
        assertThat(hook("service").first()).hasAttribute("data-service", "gateway");
        assertThat(hook("service").first().getByTestId("health").first()).containsText("up");
        assertThat(workflow.getByTestId("worst")).hasText("0.31 s");
    }

    @Test
    void an_input_in_quarantine_is_looked_at_and_nothing_in_it_runs() {
        logIn();
        go("#/operations/quarantine");
        Locator input = page.locator("[data-testid=input][data-input=q1]");
        input.getByTestId("look").click();

        assertThat(input.getByTestId("raw"))
                .hasText("<img src=x onerror=alert(1)>\\u{202e}{\"text\": \"煙が出ました\"}");
        assertThat(input.locator("img")).hasCount(0);
        assertThat(input).containsText("An event of an unknown type");
        assertThat(input).containsText("As intake tells it: No channel reads");
    }

    @Test
    void what_is_understood_leaves_the_list_and_the_rest_says_why_it_stays() {
        logIn();
        go("#/operations/quarantine");
        hook("all").click();

        assertThat(hook("toast")).containsText("Done: 2 of 3");
        assertThat(hook("input")).hasCount(1);
        assertThat(hook("refusal"))
                .containsText(
                        "Still not understood: An event of an unknown type (No channel reads");
        assertThat(told("/retry")).isEqualTo(3);
    }

    @Test
    void a_mail_that_was_set_aside_becomes_a_contact_all_the_same() {
        logIn();
        go("#/operations/quarantine");
        hook("choose-status").selectOption("set-aside");
        Locator mail = page.locator("[data-testid=input][data-input=q2]");
        assertThat(mail.getByTestId("discard")).hasCount(0);
        mail.getByTestId("retry").click();

        assertThat(mail).hasCount(0);
        assertThat(hook("toast")).containsText("It became a contact");
        assertThat(told("/q2/retry")).isEqualTo(1);
        assertThat(told("/quarantine?status=set-aside&limit=200")).isPositive();
    }

    @Test
    void nothing_is_discarded_without_a_reason() {
        logIn();
        go("#/operations/quarantine");
        Locator input = page.locator("[data-testid=input][data-input=q1]");
        input.getByTestId("discard").click();
        hook("discard-send").click();
        assertThat(hook("discard-form")).isVisible();
        assertThat(told("/discard")).isZero();

        hook("discard-reason").fill("advertising");
        hook("discard-send").click();
        assertThat(input).hasCount(0);
        assertThat(
                        gateway.service.told().stream()
                                .filter(each -> each.path().endsWith("/discard"))
                                .map(RecordingService.Told::body))
                .containsExactly("{\"reason\":\"advertising\"}");
    }

    @Test
    void an_input_is_corrected_and_tried() {
        logIn();
        go("#/operations/quarantine");
        assertThat(hook("overdue")).containsText("the oldest for 30 hours");
        Locator input = page.locator("[data-testid=input][data-input=q1]");
        input.getByTestId("look").click();
        input.getByTestId("correct").click();
        assertThat(input.getByTestId("correction-text"))
                .hasValue("<img src=x onerror=alert(1)>\u202e{\"text\": \"煙が出ました\"}");

        input.getByTestId("correction-text").fill("{\"text\": \"煙が出ました\"}");
        input.getByTestId("correction-send").click();
        assertThat(input).hasCount(0);
        assertThat(
                        gateway.service.told().stream()
                                .filter(each -> each.path().endsWith("/edit"))
                                .map(RecordingService.Told::body))
                .containsExactly("{\"text\":\"{\\\"text\\\": \\\"煙が出ました\\\"}\"}");
    }

    @Test
    void a_dead_letter_is_replayed_by_its_name() {
        logIn();
        go("#/operations/letters");
        Locator letter = page.locator("[data-letter='amends.contacts-dlt:3:17']");
        assertThat(letter).containsText("Unexpected end of input");
        Locator stays = page.locator("[data-letter='amends.access-dlt:0:1']");
        assertThat(stays).containsText("Make the change again");
        assertThat(stays.getByTestId("replay")).hasCount(0);
        letter.getByTestId("replay").click();

        assertThat(hook("toast")).containsText("on its topic again");
        assertThat(told("/replay")).isEqualTo(1);
    }

    @Test
    void a_minute_that_lost_something_does_not_balance() {
        logIn();
        go("#/operations/intake");
        assertThat(page.locator("[data-testid=intake] [data-testid=unbalanced]")).hasCount(1);
        assertThat(hook("intake-sources").locator("tbody tr")).hasCount(2);
        assertThat(hook("intake-minutes").locator("tbody tr")).hasCount(3);
        assertThat(hook("intake-minutes").locator("tbody tr").first().locator("td.number"))
                .hasText(new String[] {"9", "4", "2", "1", "1", "1", "0", "0", "0", "="});
        assertThat(hook("channels-told")).containsText("one figure, accepted");
        assertThat(hook("intake-sources").locator("tbody tr").nth(1)).containsText("shop");
        assertThat(hook("intake-sources").locator("tbody tr").nth(1).getByTestId("unbalanced"))
                .hasText("✕ 1");
        assertThat(hook("missing")).containsText("c-7f0");
        assertThat(hook("remainders")).containsText("uid 502");
    }

    @Test
    void a_figure_opens_the_complaints_behind_it_page_by_page() {
        logIn();
        go("#/insight/sla");
        hook("sla").locator("tbody tr").nth(3).getByTestId("figure").nth(2).click();

        assertThat(hook("behind-title")).hasText("Complaints: First reply, Overdue, Safety");
        assertThat(hook("behind-complaint")).hasCount(2);
        assertThat(hook("behind-complaint").first()).hasText(RecordedComplaints.SMOKE);
        hook("behind-more").click();
        assertThat(hook("behind-complaint")).hasCount(4);
        assertThat(hook("behind-more")).hasCount(0);
        assertThat(hook("behind-partial")).isVisible();
        assertThat(
                        gateway.service.told().stream()
                                .map(RecordingService.Told::path)
                                .filter(path -> path.contains("/sla/complaints"))
                                .toList())
                .containsExactly(
                        "/analytics/sla/complaints?by=queue&value=safety&clock=first-human-reply&outcome=overdue",
                        "/analytics/sla/complaints?by=queue&value=safety&clock=first-human-reply&outcome=overdue&cursor=more");

        hook("behind-complaint").first().click();
        assertThat(hook("complaint-reference")).hasText(RecordedComplaints.SMOKE);
    }

    @Test
    void each_insight_leads_to_complaints_and_none_of_nothing() {
        logIn();
        for (String view :
                List.of("recurrence", "satisfaction", "sla", "turnaround", "retention")) {
            go("#/insight/" + view);
            hook(view).getByTestId("figure").first().click();
            assertThat(hook("behind-complaint")).hasCount(2);
        }
        go("#/insight/retention");
        assertThat(page.locator("[data-figure=silentCustomersEstimate] a")).hasCount(0);
        assertThat(page.locator("[data-figure=silentCustomersEstimate]"))
                .containsText("They left no complaints to open");
        page.locator("[data-figure=lostByDelayEstimate] a").click();
        assertThat(hook("behind-title")).hasText("Complaints: Resolved, but not promptly");
        assertThat(hook("behind-complaint")).hasCount(2);
        go("#/insight/sla");
        hook("sla").locator("tbody tr").first().locator("td").last().locator("a").click();
        assertThat(hook("behind-title")).containsText("Decided");
    }

    @Test
    void a_table_of_figures_is_taken_away() {
        logIn();
        gateway.service.answer(
                "GET /analytics/retention",
                RecordingService.json(
                        """
                        {"items": [{"by": "overall", "value": "all", "model": "m", "complaints": 1}]}\
                        """));
        go("#/insight/retention");
        Download table = page.waitForDownload(() -> hook("csv").click());
        assertThat(table.suggestedFilename()).isEqualTo("amends-retention.csv");
        await().until(() -> told("/analytics/retention?format=csv") == 1);
    }

    @Test
    void figures_of_one_brand_lead_to_its_complaints() {
        logIn();
        gateway.service.answer(
                "GET /analytics/turnaround",
                RecordingService.json(
                        """
                        {"items": [{"by": "overall", "value": "all", "brand": "Hearth", "complaints": 7}]}\
                        """));
        go("#/insight/turnaround");
        hook("choose-brand").selectOption("Hearth");
        await().until(() -> told("/analytics/turnaround?brand=Hearth") > 0);
        hook("turnaround").getByTestId("figure").first().click();
        assertThat(hook("behind-title")).containsText("Hearth");
        await().until(
                        () ->
                                told(
                                                "complaints?by=overall&value=all&brand=Hearth&figure=complaints")
                                        == 1);
    }

    private long told(String end) {
        return gateway.service.told().stream().filter(each -> each.path().endsWith(end)).count();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_screen_of_operations_in_light_and_dark(ColorScheme scheme) {
        context.close();
        open(scheme == ColorScheme.LIGHT ? "en-GB" : "zh-CN", scheme);
        String suffix = "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        logIn();
        for (String view :
                List.of("services", "intake", "lag", "quarantine", "letters", "deliveries")) {
            go("#/operations/" + view);
            assertThat(page.locator("[data-testid=" + view + "]")).isVisible();
            if (view.equals("intake")) {
                assertThat(page.locator("amends-chart[data-drawn]")).isVisible();
            }
            if (view.equals("quarantine")) {
                hook("look").first().click();
                hook("discard").first().click();
                assertThat(hook("raw")).isVisible();
                hook("correct").first().click();
                assertThat(hook("correction-text")).isVisible();
            }
            look("operations-" + view + suffix);
            if (view.equals("quarantine")) {
                hook("choose-status").selectOption("set-aside");
                assertThat(hook("retry")).hasCount(3);
                look("operations-set-aside" + suffix);
            }
        }
        go("#/insight/recurrence/k1?title=smoke");
        assertThat(hook("behind-complaint").first()).isVisible();
        look("behind" + suffix);
        gateway.service.answer("GET /quarantine", RecordingService.json("{\"items\": []}"));
        go("#/operations/quarantine");
        assertThat(hook("empty")).isVisible();
        look("operations-empty" + suffix);
    }
}
