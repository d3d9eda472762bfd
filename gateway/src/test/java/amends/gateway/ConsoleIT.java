package amends.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.wire.Wire;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;

/// The console as people use it.
class ConsoleIT extends InBrowser {

    @Test
    void a_wrong_password_is_explained_and_the_right_one_opens_the_board() {
        page.navigate(gateway.uri("/").toString());
        hook("login-user").fill(RunningGateway.USER);
        hook("login-password").fill("guessed");
        hook("login-submit").click();
        assertThat(hook("login-error")).containsText("wrong");

        hook("login-password").fill(RunningGateway.PASSWORD);
        hook("login-submit").click();

        assertThat(hook("board")).isVisible();
        assertThat(hook("user")).hasText(RunningGateway.USER);
    }

    @Test
    void the_board_shows_rows_with_their_reasons_and_queues_with_their_counts() {
        logIn();

        assertThat(hook("row").first().getByTestId("why")).containsText("danger to people: 煙, やけど");
        assertThat(hook("row").first().getByTestId("priority")).hasText("▲▲Urgent");
        assertThat(hook("queue").first()).containsText("140");
        assertThat(page.locator("[data-testid=queue][data-queue=safety]"))
                .containsText("3 overdue");

        page.locator("[data-testid=queue][data-queue=billing]").click();
        assertThat(hook("row").first().getByTestId("title")).containsText("Charged twice");
    }

    @Test
    void a_clock_that_is_breached_turns_red_while_one_looks() {
        logIn();
        Locator clock = row(RecordedComplaints.SMOKE).locator("[data-clock=first-human-reply]");
        assertThat(clock).hasAttribute("data-state", "running");
        String before = clock.locator(".time").textContent();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !clock.locator(".time").textContent().equals(before));

        complaints.change(complaints.smokeBreached());

        assertThat(clock).hasAttribute("data-state", "breached");
        assertThat(clock).containsText("overdue");
        assertThat(clock.locator(".time")).hasCSS("color", "rgb(179, 38, 30)");
        assertThat(row(RecordedComplaints.SMOKE).getByTestId("status"))
                .hasAttribute("data-status", "clarified");
    }

    @Test
    void what_was_met_late_is_not_shown_as_good() {
        logIn();
        complaints.change(complaints.smokeMetLate());

        Locator clock = row(RecordedComplaints.SMOKE).locator("[data-clock=first-human-reply]");
        assertThat(clock).containsText("met late");
        assertThat(clock.locator(".time")).hasCSS("color", "rgb(138, 82, 0)");
    }

    @Test
    void arrivals_appear_at_once_or_are_announced_to_whoever_has_scrolled() {
        logIn();
        complaints.change(complaints.arrival("NEW0-NEW0-NEW0-1", "Smoke from the new heater"));
        assertThat(row("NEW0-NEW0-NEW0-1")).isVisible();

        page.locator(".board-list").evaluate("list => list.scrollTo({top: 2000})");
        await().until(
                        () ->
                                (int) page.locator(".board-list").evaluate("list => list.scrollTop")
                                        == 2000);
        complaints.change(complaints.arrival("NEW0-NEW0-NEW0-2", "Sparks from the new heater"));

        assertThat(hook("show-new")).containsText("1 new");
        assertThat((int) page.locator(".board-list").evaluate("list => list.scrollTop"))
                .isEqualTo(2000);
        hook("show-new").click();
        assertThat(row("NEW0-NEW0-NEW0-2")).isVisible();
    }

    @Test
    void a_long_board_is_loaded_as_one_scrolls_and_only_what_is_seen_is_drawn() {
        logIn();
        for (int i = 0; i < 4; i++) {
            page.locator(".board-list").evaluate("list => list.scrollTo({top: list.scrollHeight})");
            page.waitForTimeout(100);
        }
        assertThat(row("0139-K3F9-Q2X7-M")).isVisible();
        assertThat(hook("row").count()).isLessThan(60);
    }

    @Test
    void keys_and_search_lead_to_a_complaint() {
        logIn();
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("Enter");
        assertThat(hook("complaint-reference")).hasText(RecordedComplaints.SMOKE);

        go("#/board");
        page.keyboard().press("/");
        hook("search").fill("toaster");
        assertThat(hook("row").first().getByTestId("title")).containsText("Toaster");
        hook("search").fill(RecordedComplaints.SMOKE.toLowerCase(java.util.Locale.ROOT));
        page.keyboard().press("Enter");
        assertThat(hook("complaint-reference")).hasText(RecordedComplaints.SMOKE);

        go("#/complaints/WXYZ-WXYZ-WXYZ-0");
        assertThat(hook("empty")).containsText("There is no complaint WXYZ-WXYZ-WXYZ-0");
    }

    @Test
    void the_language_changes_everywhere_and_stays() {
        logIn();
        hook("language").selectOption("ja");
        assertThat(hook("row").first().getByTestId("why")).containsText("人への危険");
        assertThat(hook("row").first().locator("[data-clock=first-human-reply]"))
                .containsText("残り");

        page.reload();
        assertThat(hook("row").first().getByTestId("priority")).containsText("緊急");
        go("#/complaints/" + RecordedComplaints.SMOKE);
        assertThat(page.locator("[data-testid=event][data-type=ComplaintReceived]"))
                .containsText("苦情が届きました");
        assertThat(page.locator("[data-testid=event][data-type=ComplaintQueued]"))
                .containsText("人への危険");
        assertThat(page.locator("[data-testid=event][data-type=ComplaintAssigned]"))
                .containsText("自動（割り当て）");
        assertThat(hook("factors")).containsText("プレミアム");
        hook("timeline-all").check();
        assertThat(page.locator("[data-testid=event][data-type=PriorityAssessed]"))
                .containsText("連絡 2 回");
        go("#/insight/sla");
        assertThat(hook("sla")).containsText("緊急");
    }

    @Test
    void what_would_change_nothing_is_not_offered() {
        logIn();
        go("#/complaints/" + RecordedComplaints.SMOKE);

        assertThat(command("keep-promise")).isVisible();
        assertThat(command("acknowledge")).hasCount(0);
        assertThat(command("end-waiting")).hasCount(0);
    }

    private Locator command(String name) {
        return page.locator("[data-testid=command][data-command='" + name + "']");
    }

    @Test
    void a_complaint_is_shown_as_it_came_and_nothing_in_it_runs() {
        logIn();
        go("#/complaints/" + RecordedComplaints.SMOKE);

        assertThat(hook("contact")).containsText("<script>alert(1)</script>");
        assertThat(hook("factors")).containsText("120");
        assertThat(hook("delivery")).containsText("sent");
        assertThat(page.locator("[data-testid=event][data-type=PromiseMade]")).containsText("本日中に");
        assertThat(page.locator("[data-testid=event][data-type=PriorityAssessed]")).hasCount(0);
        hook("timeline-all").check();
        assertThat(page.locator("[data-testid=event][data-type=PriorityAssessed]"))
                .containsText("danger to people");
        assertThat(page.locator("[data-testid=command][data-command=take-insight]")).hasCount(0);
    }

    @Test
    void a_command_is_sent_with_the_version_that_was_seen() {
        logIn();
        go("#/complaints/" + RecordedComplaints.SMOKE);
        page.locator("[data-testid=command][data-command=reply]").click();
        hook("field-text").fill("ご不便をおかけし、申し訳ございません。");
        hook("command-send").click();

        assertThat(hook("toast")).containsText("Done: Reply");
        assertThat(hook("command-form")).hasCount(0);
        assertThat(page.locator("[data-testid=complaint][data-version='8']")).isVisible();
        RecordingService.Told told =
                gateway.service.told().stream()
                        .filter(each -> each.path().endsWith("/reply"))
                        .findFirst()
                        .orElseThrow();
        assertThat(told.header("If-Match")).isEqualTo("\"7\"");
        assertThat(RunningGateway.identity(told).actor().name().value())
                .isEqualTo(RunningGateway.USER);
        assertThat(told.body()).isEqualTo("{\"text\":\"ご不便をおかけし、申し訳ございません。\"}");
    }

    @Test
    void who_complains_is_shown_with_a_playbook_and_can_be_corrected() {
        logIn();
        go("#/complaints/" + RecordedComplaints.SMOKE);

        assertThat(hook("correct-temper")).hasValue("ANGRY");
        assertThat(hook("signs-temper")).hasText("許せない");
        assertThat(hook("signs-relation")).hasText("Premium");
        assertThat(hook("playbook")).containsText("Find the real point");
        assertThat(hook("playbook-opening")).containsText("Let it all out");
        hook("playbook").scrollIntoViewIfNeeded();
        picture("playbook");

        hook("correct-temper").selectOption("HESITANT");
        assertThat(hook("toast")).containsText("Customer’s type corrected");
        RecordingService.Told told =
                gateway.service.told().stream()
                        .filter(each -> each.path().endsWith("/correct-typology"))
                        .findFirst()
                        .orElseThrow();
        assertThat(told.body()).isEqualTo("{\"temper\":\"HESITANT\"}");
        assertThat(told.header("If-Match")).isEqualTo("\"7\"");

        hook("playbook-theirs").check();
        await().untilAsserted(
                        () ->
                                assertThat(gateway.service.told())
                                        .extracting(RecordingService.Told::path)
                                        .anyMatch(path -> path.endsWith("/playbook")));
    }

    @Test
    void a_refused_command_is_explained_beside_its_form_with_what_is_possible() {
        logIn();
        go("#/complaints/" + RecordedComplaints.SMOKE);
        page.locator("[data-testid=command][data-command=resolve]").click();
        hook("field-summary").fill("replaced");
        hook("command-send").click();

        assertThat(hook("command-problem"))
                .containsText("The remedy has not been carried out; do that first");
        assertThat(hook("command-problem")).containsText("Carry out remedy");
        assertThat(hook("field-summary")).hasValue("replaced");
        picture("complaint-refused-light");
    }

    @Test
    void a_stale_command_keeps_what_was_typed_and_shows_the_complaint_as_it_is() {
        logIn();
        go("#/complaints/" + RecordedComplaints.SMOKE);
        page.locator("[data-testid=command][data-command=clarify]").click();
        hook("field-concern.words").fill("smoke");
        hook("field-demand.kind").selectOption("REFUND");
        hook("field-demand.words").fill("money back");
        hook("command-send").click();

        assertThat(hook("command-problem")).containsText("changed this complaint in the meantime");
        assertThat(hook("field-demand.words")).hasValue("money back");
        assertThat(
                        gateway.service.told().stream()
                                .filter(told -> told.path().endsWith("/clarify"))
                                .toList()
                                .getLast()
                                .body())
                .isEqualTo(
                        "{\"concern\":{\"words\":\"smoke\",\"product\":\"CleanAir 300\"},"
                                + "\"demand\":{\"kind\":\"REFUND\",\"words\":\"money back\"}}");
    }

    @Test
    void an_administrator_makes_users_and_keys() {
        logIn();
        gateway.service.answer(
                "GET /policies/routing",
                RecordingService.json(
                        """
                        {"body": {"rules": [{"queue": "billing"}, {"queue": "safety"}]}}\
                        """));
        page.locator(".top nav a[href='#/admin']").click();
        hook("access-name").fill("console-tanaka");
        hook("access-queues").fill("claims, safety");
        assertThat(hook("unknown-queues")).containsText("No queue has this name: claims. There are:");
        assertThat(page.locator("#known-queues option[value='claims, billing']")).hasCount(1);
        picture("admin-unknown-queue-light");
        hook("access-password").fill("a long word and another");
        hook("access-save").click();
        Locator tanaka = page.locator("[data-testid=access][data-name=console-tanaka]");
        assertThat(tanaka).containsText("agent");
        assertThat(tanaka).containsText("Queues: claims, safety");
        assertThat(hook("access-password")).hasValue("");
        picture("admin-users-light");

        hook("admin-keys").click();
        assertThat(page.getByText("New key")).isVisible();
        hook("access-name").fill("console-shop");
        hook("access-save").click();
        assertThat(hook("secret")).containsText("The secret of console-shop");
        Locator shop = page.locator("[data-testid=access][data-name=console-shop]");
        assertThat(shop).containsText("never");
        picture("admin-keys-light");
        Locator rotate = shop.locator("[data-testid=access-rotate]");
        rotate.click();
        assertThat(rotate).hasText("Really? The old one ends in 24 h");
        assertThat(hook("secret")).not().containsText("The former secret ends");
        rotate.click();
        assertThat(hook("secret")).containsText("The former secret ends");
        Locator revoke = shop.locator("[data-testid=access-remove]");
        revoke.click();
        assertThat(revoke).hasText("Really?");
        assertThat(rotate).hasText("Rotate");
        revoke.click();
        assertThat(shop).hasCount(0);
        assertThat(hook("secret")).hasCount(0);

        hook("admin-users").click();
        Locator self = page.locator("[data-testid=access][data-name=" + RunningGateway.USER + "]");
        self.locator("[data-testid=access-edit]").click();
        page.locator("input[value=ADMINISTRATOR]").uncheck();
        hook("access-save").click();
        assertThat(hook("access-refused")).containsText("last administrator");
        mishaps.removeIf(each -> each.contains("409"));
    }

    @Test
    void the_documents_are_read_call_by_call_and_topic_by_topic() {
        logIn();
        go("#/document");
        Locator call = page.locator("[data-entry='post /api/intake/complaints']");
        call.locator("summary").first().click();
        assertThat(call.locator(".who .tag"))
                .hasText(new String[] {"agent", "supervisor", "integration"});
        assertThat(call).containsText("Idempotency-Key");
        assertThat(call).containsText("What the customer says");
        assertThat(call.locator(".answer").first()).hasText("202");
        look("document-http-light");

        hook("document-filter").fill("presence");
        assertThat(hook("entry")).hasCount(1);
        hook("document-filter").fill("");
        hook("document-topics").click();
        Locator event = page.locator("[data-entry=ComplaintClarified]");
        event.locator("summary").first().click();
        assertThat(event).containsText("amends.ComplaintClarified");
        assertThat(event).containsText("complaintId");
        event.locator("document-part summary").last().click();
        look("document-topics-light");

        hook("language").selectOption("ja");
        assertThat(hook("document-topics")).hasText("トピック");
        assertThat(event).containsText("ヘッダー");
    }

    @Test
    void services_that_are_away_are_told_and_tried_again() {
        gateway.service.answer(
                "GET /board",
                RecordingService.status(503, "application/problem+json", "{\"status\": 503}"));
        page.navigate(gateway.uri("/").toString());
        hook("login-user").fill(RunningGateway.USER);
        hook("login-password").fill(RunningGateway.PASSWORD);
        hook("login-submit").click();
        assertThat(hook("error")).containsText("away at the moment");
        look("board-error-light");
        mishaps.removeIf(text -> text.contains("503"));

        gateway.service.answer("GET /board", RecordingService.json("{\"items\": []}"));
        hook("error").getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
        assertThat(hook("empty")).containsText("Nothing is waiting here");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_screen_in_light_and_dark(ColorScheme scheme) {
        context.close();
        open(scheme == ColorScheme.LIGHT ? "en-GB" : "ja-JP", scheme);
        String suffix = "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        page.navigate(gateway.uri("/login").toString());
        assertThat(hook("login-submit")).isVisible();
        assertThat(hook("login-submit")).not().isEmpty();
        look("login" + suffix);
        logIn();
        assertThat(hook("live")).hasText(scheme == ColorScheme.LIGHT ? "Live" : "ライブ");
        look("board" + suffix);
        go("#/complaints/" + RecordedComplaints.SMOKE);
        assertThat(hook("delivery")).isVisible();
        look("complaint" + suffix);
        page.locator("[data-testid=command][data-command=propose-solution]").click();
        look("complaint-propose" + suffix);
        for (String view : List.of("recurrence", "satisfaction", "sla", "turnaround")) {
            go("#/insight/" + view);
            assertThat(page.locator("amends-" + view + " amends-chart[data-drawn]").first())
                    .isVisible();
            assertThat(hook(view)).isVisible();
            look(view + suffix);
        }
        go("#/insight/retention");
        assertThat(hook("retention")).isVisible();
        look("retention" + suffix);
    }

    @Test
    void a_recurring_concern_is_taken_in_hand_and_agents_read_what_helps() {
        RecordedIssue issue = new RecordedIssue(gateway.service);
        logIn();
        go("#/insight/recurrence");
        hook("issue-edit").click();
        assertThat(hook("issue-title")).hasValue("煙 異臭 モーター");
        assertThat(hook("issue-title")).isFocused();
        hook("issue-title").fill("Motor of the CleanAir 300 smokes");
        hook("issue-state").selectOption("WORKAROUND");
        hook("issue-cause").selectOption("PRODUCT_DEFECT");
        hook("issue-fix").fill("Unplug it and empty the filter. New motors come in May.");
        look("known-issue-form-light");
        hook("issue-save").click();
        assertThat(hook("known-issue")).containsText("Unplug it");
        assertThat(hook("known-issue")).containsText("Product defect");
        assertThat(hook("issue-edit")).isFocused();
        look("known-issue-light");
        assertThat(Wire.mapper().readTree(issue.told("PUT").body()).path("owner").asString())
                .isEqualTo(RunningGateway.USER);

        go("#/complaints/" + RecordedComplaints.SMOKE);
        assertThat(hook("known-issues")).containsText("New motors come in May");
        look("complaint-known-issue-light");
        context.close();
        open("ja-JP", ColorScheme.DARK);
        logIn();
        go("#/complaints/" + RecordedComplaints.SMOKE);
        assertThat(hook("known-issues")).containsText("回避策あり");
        look("complaint-known-issue-dark");
        go("#/insight/recurrence");
        hook("issue-edit").click();
        look("known-issue-form-dark");
    }

    @Test
    void what_somebody_else_changed_of_a_known_issue_is_not_lost() {
        RecordedIssue issue = new RecordedIssue(gateway.service);
        logIn();
        go("#/insight/recurrence");
        hook("issue-edit").click();
        hook("issue-fix").fill("We look into it.");
        hook("issue-save").click();
        assertThat(hook("known-issue")).hasAttribute("data-state", "INVESTIGATING");
        hook("issue-edit").click();
        hook("issue-fix").fill("We still look into it.");
        issue.overtake();
        hook("issue-save").click();
        assertThat(hook("issue-problem")).containsText("Somebody changed it meanwhile");
        mishaps.removeIf(each -> each.contains("412"));
        hook("issue-cancel").click();
        assertThat(hook("known-issue")).hasAttribute("data-state", "FIXED");
        assertThat(hook("relief")).containsText("Since the fix 0.5 customers a week");
        look("known-issue-fixed-light");

        hook("issue-edit").click();
        hook("issue-withdraw").click();
        assertThat(hook("known-issue")).hasCount(0);
        assertThat(issue.told("DELETE").header("If-Match")).isEqualTo("\"2\"");
    }
}
