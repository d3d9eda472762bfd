package amends.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.access.Role;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// What waits for somebody with authority, and how those are doing who work.
class SupervisionIT extends InBrowser {

    private static final String PASSWORD = "a long word and another";

    private RecordedSupervision supervision;

    @BeforeEach
    void record() {
        supervision = new RecordedSupervision(gateway.service);
    }

    @Test
    void an_approval_that_waits_is_found_and_refused_then_another_is_granted() {
        logIn();
        page.locator(".top nav a[href='#/supervisor']").click();
        Locator smoke = waiting("approval", RecordedComplaints.SMOKE);
        assertThat(smoke).containsText("84,000");
        assertThat(smoke).containsText("more than the proposer may grant alone");
        smoke.getByTestId("offers").locator("summary").click();
        assertThat(smoke.getByTestId("offers")).containsText("79,800");

        smoke.getByTestId("refuse").click();
        hook("reason-send").click();
        assertThat(hook("reason-form")).isVisible();
        assertThat(told("refuse-approval")).isEmpty();
        hook("reason").fill("Offer a repair first");
        hook("reason-send").click();
        assertThat(smoke.getByTestId("done")).isVisible();
        assertThat(smoke.getByTestId("approve")).hasCount(0);
        assertThat(told("refuse-approval")).hasSize(1);
        assertThat(told("refuse-approval").getFirst().body())
                .isEqualTo("{\"reason\":\"Offer a repair first\"}");
        assertThat(told("refuse-approval").getFirst().header("If-Match")).isEqualTo("\"7\"");

        Locator other = waiting("approval", RecordedSupervision.OTHER);
        assertThat(other).containsText("already tanaka");
        other.getByTestId("approve").click();
        assertThat(hook("toast")).containsText("Done: Approve");
        assertThat(told("approve")).hasSize(1);
        assertThat(hook("approve")).hasCount(0);
        assertThat(hook("done")).hasCount(2);

        supervision.nothingWaits();
        go("#/supervisor/load");
        assertThat(hook("load")).isVisible();
        go("#/supervisor");
        assertThat(hook("empty")).containsText("Nothing waits for approval");
    }

    @Test
    void a_second_click_approves_nothing_else() {
        gateway.service.answer(
                "POST /complaints/smoke/approve", RecordingService.json("{\"version\": 8}"));
        logIn();
        go("#/supervisor");
        waiting("approval", RecordedComplaints.SMOKE).getByTestId("approve").dblclick();
        assertThat(hook("toast")).containsText("Done: Approve");
        assertThat(waiting("approval", RecordedComplaints.SMOKE).getByTestId("done")).isVisible();
        assertThat(hook("approve")).hasCount(1);
        assertThat(waiting("approval", RecordedSupervision.OTHER).getByTestId("approve"))
                .isEnabled();
        assertThat(told("approve"))
                .extracting(RecordingService.Told::path)
                .containsExactly("/complaints/smoke/approve");
    }

    @Test
    void what_somebody_writes_stays_when_the_complaint_changes_and_he_learns_why_it_was_not_sent() {
        supervision.isFaster();
        logIn();
        go("#/supervisor");
        Locator smoke = waiting("approval", RecordedComplaints.SMOKE);
        smoke.getByTestId("refuse").click();
        hook("reason").fill("Offer a repair first");
        hook("reason-send").click();
        assertThat(smoke.getByTestId("refusal")).containsText("We look into it");
        assertThat(hook("reason")).hasValue("Offer a repair first");

        hook("reason-send").click();
        assertThat(smoke.getByTestId("done")).isVisible();
        assertThat(told("refuse-approval"))
                .extracting(each -> each.header("If-Match"))
                .containsExactly("\"7\"", "\"8\"");
    }

    @Test
    void a_decision_beyond_ones_authority_says_so_and_the_complaint_is_one_click_away() {
        logIn();
        go("#/supervisor");
        Locator smoke = waiting("approval", RecordedComplaints.SMOKE);
        smoke.getByTestId("approve").click();
        assertThat(smoke.getByTestId("refusal")).containsText("ask johnson");

        smoke.getByTestId("to-complaint").click();
        assertThat(hook("complaint-reference")).hasText(RecordedComplaints.SMOKE);
    }

    @Test
    void what_is_late_is_listed_with_its_clock_and_who_is_responsible() {
        logIn();
        go("#/supervisor/escalations");
        assertThat(hook("escalated")).hasCount(2);
        Locator first = hook("escalated").first();
        assertThat(first.locator("[data-clock=resolution]")).hasAttribute("data-state", "breached");
        assertThat(first.getByTestId("escalation")).containsText("150");
        first.locator("a[href='#/supervisor/agent/sato']").click();
        assertThat(hook("quality")).isVisible();
    }

    @Test
    void a_supervisor_sees_who_has_room_and_says_that_somebody_is_away() {
        logIn();
        go("#/supervisor/load");
        assertThat(hook("agent")).hasCount(3);
        Locator smith = page.locator("[data-testid=agent][data-agent=smith]");
        assertThat(smith).containsText("12 of 40");
        assertThat(smith.getByTestId("presence")).hasValue("AWAY");
        smith.getByTestId("presence").selectOption("OFFLINE");
        assertThat(hook("toast")).containsText("smith: away");
        assertThat(
                        gateway.service.told().stream()
                                .filter(each -> each.path().equals("/agents/smith/presence"))
                                .map(RecordingService.Told::body))
                .containsExactly("{\"presence\":\"OFFLINE\"}");
    }

    @Test
    void an_appeal_is_decided_with_a_reason() {
        logIn();
        go("#/supervisor/appeals");
        assertThat(hook("appeal")).containsText("a quotation of the customer");
        hook("appeal-withdraw").click();
        hook("reason").fill("He is right");
        hook("reason-send").click();
        assertThat(hook("appeal").getByTestId("done")).isVisible();
        assertThat(hook("reason-form")).hasCount(0);
        assertThat(told("decide-appeal").getFirst().body())
                .isEqualTo("{\"review\":\"r1\",\"reviewStands\":false,\"reason\":\"He is right\"}");
    }

    @Test
    void service_is_reviewed_and_what_could_be_better_is_noted_for_the_agent() {
        logIn();
        go("#/supervisor/agent/sato");
        assertThat(page.locator("[data-sign=NO_PROPER_GREETING]")).containsText("2");
        assertThat(hook("given-review").first()).containsText("excuses");
        assertThat(hook("appeal-open")).hasCount(0);
        hook("review").click();
        page.locator("input[name=IMPATIENCE]").check();
        hook("review-send").click();
        assertThat(hook("toast")).containsText("on record");
        assertThat(told("review-quality").getFirst().body())
                .contains("\"agent\":\"sato\"", "{\"sign\":\"IMPATIENCE\",\"seen\":true}");

        hook("coaching-text").fill("Name a time by which you call back");
        hook("coaching-about").fill(RecordedSupervision.OTHER);
        hook("coaching-send").click();
        assertThat(hook("coaching-text")).hasValue("");
        assertThat(told("coaching-notes"))
                .filteredOn(each -> each.method().equals("POST"))
                .extracting(RecordingService.Told::body)
                .containsExactly(
                        "{\"text\":\"Name a time by which you call back\",\"about\":\"%s\"}"
                                .formatted(RecordedSupervision.OTHER));
        assertThat(hook("coaching-note")).containsText("The apology was just right.");
    }

    @Test
    void an_agent_reads_what_he_was_told_and_appeals_but_decides_nothing() {
        try (Administrator administrator = new Administrator(gateway)) {
            administrator.user("sato", PASSWORD, Role.AGENT);
        }
        logIn("sato", PASSWORD);
        assertThat(page.locator(".top nav a[href='#/supervisor']")).hasCount(0);
        hook("user").click();
        assertThat(hook("coaching-note")).containsText("The apology was just right.");
        assertThat(hook("coaching-form")).hasCount(0);
        assertThat(hook("review")).hasCount(0);
        hook("appeal-open").click();
        hook("appeal-reason").fill("I was quoting her");
        hook("appeal-send").click();
        assertThat(hook("appeal-form")).hasCount(0);
        assertThat(told("appeal-review").getFirst().body())
                .isEqualTo("{\"review\":\"r2\",\"reason\":\"I was quoting her\"}");

        go("#/supervisor/approvals");
        assertThat(hook("error")).containsText("not among your rights");
        assertThat(told("approvals")).isEmpty();
        mishaps.removeIf(each -> each.contains("403"));
    }

    @Test
    void what_is_not_for_somebody_says_so_and_shows_a_way_on() {
        try (Administrator administrator = new Administrator(gateway)) {
            administrator.user("sato", PASSWORD, Role.AGENT);
            Administrator.done(
                    administrator.send(
                            "PUT",
                            "/api/access/users/garcia",
                            """
                            {"roles": ["AGENT"], "reach": {"brands": ["Example"], "queues": [], "channels": []}, "password": "%s"}\
                            """
                                    .formatted(PASSWORD)));
        }
        logIn("sato", PASSWORD);
        go("#/operations");
        assertThat(hook("error"))
                .containsText("It is for: supervisor, operations, administrator.");
        assertThat(hook("error").locator("button")).hasCount(0);
        look("not-for-him-light");
        hook("elsewhere").click();
        assertThat(hook("board")).isVisible();
        go("#/nonsense");
        assertThat(hook("error")).containsText("There is no screen at this address.");
        go("#/insight/nonsense");
        assertThat(hook("error")).containsText("This screen has no such part.");
        hook("elsewhere").click();
        assertThat(hook("satisfaction")).isVisible();

        context.close();
        open("en-GB", ColorScheme.LIGHT);
        logIn("garcia", PASSWORD);
        page.locator(".top nav a[href='#/insight']").click();
        assertThat(hook("insight-satisfaction")).hasAttribute("aria-current", "page");
        assertThat(hook("error")).hasCount(0);
        hook("insight-recurrence").click();
        assertThat(hook("error")).containsText("not told apart by brand or queue");
        assertThat(hook("error").locator("button")).hasCount(0);
        look("not-told-apart-light");
        mishaps.removeIf(each -> each.contains("403"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_screen_of_supervision_in_light_and_dark(ColorScheme scheme) {
        context.close();
        open(scheme == ColorScheme.LIGHT ? "en-GB" : "zh-CN", scheme);
        String suffix = "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        logIn();
        for (String view : List.of("approvals", "escalations", "load", "appeals")) {
            go("#/supervisor/" + view);
            assertThat(page.locator("[data-testid=" + view + "]")).isVisible();
            if (view.equals("approvals")) {
                hook("offers").first().locator("summary").click();
                hook("refuse").last().click();
            }
            look("supervisor-" + view + suffix);
        }
        go("#/supervisor/agent/sato");
        hook("review").click();
        assertThat(hook("review-complaint").locator("option")).hasCount(1);
        look("supervisor-agent" + suffix);
        gateway.service.answer("GET /board/approvals", RecordingService.json("{\"items\": []}"));
        go("#/supervisor/approvals");
        assertThat(hook("empty")).isVisible();
        look("supervisor-empty" + suffix);
    }

    private Locator waiting(String kind, String reference) {
        return page.locator("[data-testid=" + kind + "][data-reference='" + reference + "']");
    }

    private List<RecordingService.Told> told(String end) {
        return gateway.service.told().stream()
                .filter(each -> each.path().endsWith("/" + end))
                .toList();
    }
}
