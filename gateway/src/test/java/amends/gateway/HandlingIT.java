package amends.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.access.Role;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// One complaint in depth as several people handle it, and an agent's own work.
class HandlingIT extends InBrowser {

    private static final String PASSWORD = "a long word and another";
    private static final String SMOKE = "#/complaints/" + RecordedComplaints.SMOKE;

    private RecordedHandling handling;

    @BeforeEach
    void record() {
        handling = new RecordedHandling(gateway.service, complaints);
    }

    @Test
    void a_list_of_deliveries_that_is_closed_or_does_not_come_says_why() {
        logIn();
        for (int status : List.of(404, 503)) {
            gateway.service.answer(
                    "GET /notifications",
                    RecordingService.status(
                            status,
                            "application/problem+json",
                            "{\"status\": " + status + ", \"detail\": \"No\"}"));
            go("#/board");
            go(SMOKE);
            assertThat(hook(status == 404 ? "deliveries-closed" : "deliveries-problem"))
                    .isVisible();
            assertThat(hook("deliveries")).not().containsText("Nothing has been sent yet");
        }
        gateway.service.answer("GET /notifications", RecordingService.json("{\"items\": []}"));
        hook("deliveries-problem").locator("button").click();
        assertThat(hook("deliveries")).containsText("Nothing has been sent yet");
        mishaps.removeIf(each -> each.contains("404") || each.contains("503"));
    }

    @Test
    void nobody_approves_his_own_proposal_another_refuses_it_and_a_third_grants_the_next() {
        try (Administrator administrator = new Administrator(gateway)) {
            administrator.user("tanaka", PASSWORD, Role.AGENT, Role.SUPERVISOR);
            administrator.user("johnson", PASSWORD, Role.AGENT, Role.SUPERVISOR);
        }
        logIn();
        go(SMOKE);
        propose();
        assertThat(hook("approval")).hasAttribute("data-state", "waiting");
        assertThat(hook("own-proposal")).isVisible();
        assertThat(hook("approval")).containsText("May decide: tanaka, johnson");
        assertThat(hook("offer")).containsText("¥42,000");
        choose("approve");
        hook("command-send").click();
        assertThat(hook("command-problem")).containsText("Nobody decides on his own proposal");
        assertThat(hook("command-problem")).containsText("Possible now: Propose solution, Reply");
        look("approval-own-light");

        as("tanaka");
        choose("refuse-approval");
        hook("field-reason").fill("Repair it first");
        hook("command-send").click();
        assertThat(hook("approval-refused"))
                .containsText("tanaka did not approve it: Repair it first");

        as(RunningGateway.USER, RunningGateway.PASSWORD);
        assertThat(hook("approval")).hasAttribute("data-state", "refused");
        propose();
        assertThat(hook("approval")).hasAttribute("data-state", "waiting");
        as("johnson");
        assertThat(hook("own-proposal")).hasCount(0);
        choose("approve");
        hook("command-send").click();
        assertThat(hook("approval")).hasAttribute("data-state", "granted");
        assertThat(hook("approval")).containsText("Approved by johnson");
        assertThat(page.locator("[data-testid=event][data-type=ApprovalGranted]"))
                .containsText("johnson approved the proposal");
    }

    private void as(String user) {
        as(user, PASSWORD);
    }

    private void as(String user, String password) {
        context.close();
        open("en-GB", ColorScheme.LIGHT);
        logIn(user, password);
        go(SMOKE);
    }

    private void propose() {
        choose("propose-solution");
        hook("field-remedy.amount").fill("48000");
        hook("field-explanation").fill("全額を返金いたします。");
        hook("command-send").click();
    }

    private void choose(String command) {
        page.locator("[data-testid=command][data-command='" + command + "']").click();
    }

    @Test
    void what_others_did_while_one_wrote_is_told_and_no_word_is_lost() {
        logIn();
        go(SMOKE);
        choose("reply");
        hook("field-text").fill("ご不便をおかけしました。");
        assertThat(hook("meanwhile")).hasCount(0);

        handling.happens("chen", "ReplySent", "{\"text\": \"先に返信しました\"}");
        assertThat(hook("meanwhile")).containsText("chen");
        assertThat(hook("meanwhile")).containsText("先に返信しました");
        assertThat(hook("field-text")).hasValue("ご不便をおかけしました。");

        go("#/board");
        assertThat(hook("row").first()).isVisible();
        go(SMOKE);
        choose("reply");
        assertThat(hook("field-text")).hasValue("ご不便をおかけしました。");

        handling.isFaster("wang", "reply", "ComplaintAssigned", "{\"agent\": \"wang\"}");
        hook("command-send").click();
        assertThat(hook("command-problem")).containsText("wang is responsible now");
        assertThat(hook("field-text")).hasValue("ご不便をおかけしました。");
        look("conflict-light");

        hook("command-send").click();
        assertThat(hook("command-form")).hasCount(0);
        List<RecordingService.Told> replies = told("POST", "/reply");
        assertThat(replies)
                .extracting(each -> each.header("If-Match"))
                .containsExactly("\"8\"", "\"9\"");
        assertThat(replies)
                .extracting(RecordingService.Told::body)
                .containsOnly("{\"text\":\"ご不便をおかけしました。\"}");
    }

    @Test
    void what_only_the_platform_noted_meanwhile_stops_nobody() {
        logIn();
        go(SMOKE);
        choose("reply");
        hook("field-text").fill("承知しました。");
        handling.isFaster("timer", "reply", "ClockWarned", "{\"clock\": \"resolution\"}");
        hook("command-send").click();

        assertThat(hook("toast")).containsText("Done: Reply");
        assertThat(told("POST", "/reply"))
                .extracting(each -> each.header("If-Match"))
                .containsExactly("\"7\"", "\"8\"");
    }

    @Test
    void a_reply_whose_answer_got_lost_does_not_go_out_twice() {
        logIn();
        go(SMOKE);
        choose("reply");
        hook("field-text").fill("承知しました。");
        handling.losesAnswer("reply");
        hook("command-send").click();
        assertThat(hook("meanwhile")).containsText("hanako");
        assertThat(hook("command-problem")).isVisible();

        hook("command-send").click();
        assertThat(hook("command-problem")).hasAttribute("data-rule", "STALE_VERSION");
        assertThat(hook("command-problem")).containsText("hanako");
        assertThat(told("POST", "/reply"))
                .extracting(each -> each.header("If-Match"))
                .containsExactly("\"7\"", "\"7\"");
        mishaps.removeIf(each -> each.contains("504"));
    }

    @Test
    void what_a_form_shows_as_chosen_is_what_is_sent() {
        gateway.service.answer(
                "POST /complaints/smoke/propose-solution",
                RecordingService.json("{\"version\": 7}"));
        logIn();
        go(SMOKE);
        choose("close");
        hook("field-reason").selectOption("WITHDRAWN");
        choose("propose-solution");
        Locator type = hook("field-remedy.type");
        Locator kind = hook("field-remedy.kind");
        assertThat(type).hasValue("Material");
        kind.selectOption("VOUCHER");
        type.selectOption("Moral");
        assertThat(kind).hasValue("APOLOGY");
        hook("field-explanation").fill("お詫びいたします。");
        hook("command-send").click();
        assertThat(hook("command-form")).hasCount(0);
        assertThat(told("POST", "/propose-solution").getLast().body())
                .isEqualTo(
                        "{\"remedy\":{\"type\":\"Moral\",\"kind\":\"APOLOGY\"},\"explanation\":\"お詫びいたします。\"}");
    }

    @Test
    void a_draft_outlives_the_end_of_a_session_but_not_a_log_out() {
        logIn();
        go(SMOKE);
        choose("reply");
        hook("field-text").fill("承知しました。");
        context.clearCookies();
        page.reload();
        assertThat(hook("login-submit")).isVisible();
        logIn();
        go(SMOKE);
        choose("reply");
        assertThat(hook("field-text")).hasValue("承知しました。");

        hook("logout").click();
        assertThat(hook("login-submit")).isVisible();
        logIn();
        go(SMOKE);
        choose("reply");
        assertThat(hook("field-text")).hasValue("");
    }

    @Test
    void who_else_looks_is_shown_and_told_who_is_about_to_act() {
        gateway.service.answer(
                "PUT /complaints/smoke/viewers",
                RecordingService.json(
                        """
                        {"items": [{"name": "chen", "since": "2026-04-01T09:00:00Z", "writing": true}, {"name": "sato", "since": "2026-04-01T09:00:00Z", "writing": false}]}\
                        """));
        logIn();
        go(SMOKE);
        assertThat(hook("viewers")).containsText("Also looking: chen (is about to act), sato");
        choose("reply");
        await().untilAsserted(() -> assertThat(told("PUT", "/viewers?writing=true")).isNotEmpty());
        go("#/board");
        await().untilAsserted(() -> assertThat(told("DELETE", "/viewers")).isNotEmpty());
    }

    @Test
    void a_mail_is_shown_as_it_looked_and_nothing_in_it_runs_or_is_loaded() {
        List<String> loaded = new CopyOnWriteArrayList<>();
        logIn();
        page.onResponse(response -> loaded.add(response.url()));
        go(SMOKE);
        assertThat(hook("foreign")).hasText("in Japanese");
        assertThat(hook("attachments")).containsText("写真.jpg image/jpeg, 200 KB");
        assertThat(hook("withheld")).containsText("Eicar-Test-Signature");
        assertThat(hook("attachment")).hasAttribute("href", "/api/intake/attachments/e3");
        Download file = page.waitForDownload(() -> hook("attachment").click());
        assertThat(file.suggestedFilename()).isEqualTo("写真.jpg");
        hook("as-mail").click();

        FrameLocator mail = page.frameLocator("[data-testid=mail]");
        assertThat(mail.locator("b")).hasText("出ました");
        assertThat(mail.locator("b")).hasCSS("font-size", "14px");
        assertThat(hook("mail")).hasAttribute("sandbox", "");
        picture("mail-light");
        assertThat(hook("pictures")).containsText("Pictures left out: 1");
        await().untilAsserted(
                        () ->
                                assertThat(mishaps)
                                        .anyMatch(text -> text.contains("tracker.example")));
        assertThat(loaded).noneMatch(url -> url.contains("tracker.example"));
        mishaps.removeIf(
                text ->
                        text.contains("tracker.example")
                                || text.contains("Blocked script execution"));

        hook("as-mail").click();
        assertThat(hook("contact")).containsText("子供がいるので怖くて使えません");
    }

    @Test
    void a_mail_without_formatted_words_is_not_offered_to_be_seen_so() {
        gateway.service.answer(
                "GET /complaints/smoke/contacts/k1/formatted",
                RecordingService.status(204, "application/json", ""));
        logIn();
        go(SMOKE);
        await().untilAsserted(() -> assertThat(told("GET", "/formatted")).hasSize(1));
        assertThat(hook("original")).isVisible();
        assertThat(hook("as-mail")).hasCount(0);
    }

    @Test
    void times_are_told_in_the_complaints_zone_too_where_the_reader_is_elsewhere() {
        context.close();
        open("en-GB", ColorScheme.LIGHT, "Europe/Berlin");
        logIn();
        go(SMOKE);
        Locator received = hook("contact").first().locator("time");
        assertThat(received)
                .hasAttribute("title", Pattern.compile("CES?T – in Asia/Tokyo: .*GMT\\+9"));
        assertThat(page.locator("sla-clock [data-clock=resolution]"))
                .hasAttribute("title", Pattern.compile("in Asia/Tokyo: "));
        page.locator("[data-testid=clock-account][data-clock=first-human-reply]").click();
        assertThat(hook("interval").first().getByTestId("there").first())
                .containsText("in Asia/Tokyo");
        assertThat(hook("outcome")).containsText("in Asia/Tokyo");
        look("ledger-zones-light");
    }

    @Test
    void a_promise_and_a_proposal_are_seen_as_letters_before_they_are_made() {
        logIn();
        go(SMOKE);
        choose("make-promise");
        assertThat(hook("show-preview")).isDisabled();
        hook("field-what").fill("発送日をお知らせします");
        hook("field-due").fill("2099-01-01T12:00");
        hook("show-preview").click();
        assertThat(hook("preview")).containsText("山田 花子 様");
        assertThat(told("POST", "/preview").getLast().body())
                .contains(
                        "\"promise\":{\"what\":\"発送日をお知らせします\",\"due\":\"2099-01-01T03:00:00.000Z\"}");
        FrameLocator looks = page.frameLocator("[data-testid=letter-looks]");
        assertThat(looks.locator("a")).hasCSS("background-color", "rgb(11, 92, 173)");
        hook("letter-looks").scrollIntoViewIfNeeded();
        look("promise-letter-light");
        hook("field-what").fill("発送日と番号をお知らせします");
        assertThat(hook("preview")).hasCount(0);

        choose("propose-solution");
        hook("field-remedy.amount").fill("48000");
        hook("field-explanation").fill("全額を返金いたします。");
        hook("show-preview").click();
        assertThat(hook("preview")).isVisible();
        assertThat(told("POST", "/preview").getLast().body())
                .contains("\"proposal\":{\"remedy\":{\"type\":\"Material\",");
    }

    @Test
    void a_clock_gives_account_of_why_it_is_red() {
        logIn();
        go(SMOKE);
        page.locator("[data-testid=clock-account][data-clock=first-human-reply]").click();

        assertThat(hook("outcome")).containsText("Overdue: 1 h 12 m have counted");
        assertThat(hook("interval")).hasCount(3);
        assertThat(hook("interval").first()).containsText("The complaint arrived by E-mail.");
        assertThat(hook("interval").nth(1)).containsText("stood still");
        assertThat(hook("ledger"))
                .containsText("By sla@1 and calendar.tokyo@1, in the zone Asia/Tokyo");
        look("ledger-light");
        hook("ledger-close").click();
        assertThat(hook("ledger")).hasCount(0);
    }

    @Test
    void a_reply_begins_from_a_template_is_filled_in_and_seen_as_its_customer_will_see_it() {
        logIn();
        go(SMOKE);
        choose("reply");
        hook("template").selectOption("0");
        assertThat(hook("field-text")).hasValue("このたびは申し訳ございません。［担当者名］が［日時］までにご連絡いたします。");
        hook("command-send").click();
        assertThat(hook("command-form")).isVisible();
        assertThat(told("POST", "/reply")).isEmpty();

        page.reload();
        choose("reply");
        assertThat(hook("field-text")).hasValue("このたびは申し訳ございません。［担当者名］が［日時］までにご連絡いたします。");
        assertThat(hook("template")).isVisible();
        hook("command-send").click();
        assertThat(hook("command-form")).isVisible();
        assertThat(told("POST", "/reply")).isEmpty();

        hook("field-text").fill("佐藤が明日までにご連絡いたします。");
        hook("show-preview").click();
        assertThat(hook("preview")).containsText("山田 花子 様");
        assertThat(told("POST", "/preview").getLast().body())
                .contains("\"language\":\"ja\"", "\"to\":\"hanako@example.jp\"");
        look("composer-light");
        hook("command-send").click();
        assertThat(hook("command-form")).hasCount(0);
        assertThat(told("POST", "/reply").getLast().body())
                .isEqualTo("{\"text\":\"佐藤が明日までにご連絡いたします。\"}");
    }

    @Test
    void the_same_matter_is_found_among_his_other_complaints_and_merged() {
        logIn();
        go(SMOKE);
        assertThat(hook("others")).containsText("掃除機から焦げ臭い");
        choose("merge-into");
        Locator suggestion = hook("suggestion");
        assertThat(suggestion).containsText("82% alike");
        suggestion.locator("input").check();
        assertThat(hook("field-into")).hasValue("0001-K3F9-Q2X7-M");
        look("merge-light");
        hook("command-send").click();

        assertThat(hook("toast")).containsText("Done: Merge");
        assertThat(told("POST", "/merge-into").getLast().body()).isEqualTo("{\"into\":\"other\"}");
    }

    @Test
    void the_same_matter_is_told_without_being_asked_and_merging_begins_with_it_filled_in() {
        logIn();
        go(SMOKE);
        assertThat(hook("similar")).containsText("May be the same matter as");
        assertThat(hook("same-matter")).hasCount(1);
        assertThat(hook("same-matter")).containsText("82% alike");
        assertThat(hook("same-matter").locator("a"))
                .hasAttribute("href", "#/complaints/0001-K3F9-Q2X7-M");
        assertThat(hook("likeness")).containsText("82% alike");
        look("same-matter-light");

        hook("merge-same-matter").click();
        assertThat(hook("field-into")).hasValue("0001-K3F9-Q2X7-M");
        assertThat(hook("suggestion").locator("input")).isChecked();
        hook("command-send").click();
        assertThat(hook("toast")).containsText("Done: Merge");
        assertThat(told("POST", "/merge-into").getLast().body()).isEqualTo("{\"into\":\"other\"}");
    }

    @Test
    void what_came_again_under_the_same_id_says_so_and_who_sent_it() {
        handling.comesAgain();
        context.close();
        open("en-GB", ColorScheme.DARK);
        logIn();
        go(SMOKE);
        Locator again = hook("contact").nth(1);
        assertThat(again.getByTestId("other-words"))
                .hasText("came again under the same id with other words");
        assertThat(again.getByTestId("sender"))
                .containsText("From somebody else: Ben, ben@example.org");
        assertThat(hook("contact").first().getByTestId("other-words")).hasCount(0);
        assertThat(page.locator("[data-testid=event][data-type=ContactAppended]"))
                .containsText("Somebody else got in touch by");
        look("other-words-dark");
    }

    @Test
    void two_customers_are_said_to_be_one_person_and_told_apart_again() {
        logIn();
        go(SMOKE);
        hook("same").locator("summary").click();
        say("0002-ROLE", "info@");
        assertThat(hook("same-refused")).containsText("several people use");
        say("0001-K3F9-Q2X7-M", "お電話でご本人から伺いました");
        assertThat(hook("toast")).containsText("one person");
        assertThat(hook("same-link")).containsText("お電話でご本人から伺いました");
        assertThat(hook("same-link")).containsText("sato");
        assertThat(told("PUT", "/customer-links/0001-K3F9-Q2X7-M").getLast().body())
                .isEqualTo("{\"reason\":\"お電話でご本人から伺いました\"}");
        hook("same-undo").click();
        hook("same-undo-form").locator("[data-testid=same-reason]").fill("親子でした");
        hook("customer").scrollIntoViewIfNeeded();
        look("same-person-light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look("same-person-dark");
        hook("same-undo-send").click();
        assertThat(hook("same-link")).hasCount(0);
        assertThat(told("PUT", "/undone").getLast().body()).isEqualTo("{\"reason\":\"親子でした\"}");
    }

    @Test
    void whoever_used_the_same_telephone_is_offered_and_somebody_else_is_told_apart() {
        logIn();
        go(SMOKE);
        assertThat(hook("alike")).containsText("same telephone");
        hook("alike-take").click();
        assertThat(hook("same-other")).hasValue("0001-K3F9-Q2X7-M");
        hook("apart-open").click();
        hook("customer").scrollIntoViewIfNeeded();
        look("told-apart-light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look("told-apart-dark");
        hook("apart-reason").fill("お母様からのお電話でした");
        hook("apart-send").click();
        assertThat(hook("apart")).containsText("お母様からのお電話でした");
        assertThat(hook("apart")).containsText("sato");
        assertThat(hook("alike")).hasCount(0);
        assertThat(told("POST", "/separate-customer").getLast().body())
                .isEqualTo("{\"reason\":\"お母様からのお電話でした\"}");
        look("told-apart-said-dark");
        hook("apart-undo").click();
        hook("apart-reason").fill("ご本人でした");
        hook("apart-send").click();
        assertThat(hook("apart")).hasCount(0);
        assertThat(hook("alike")).hasCount(1);
        assertThat(told("POST", "/rejoin-customer").getLast().body())
                .isEqualTo("{\"reason\":\"ご本人でした\"}");
    }

    private void say(String other, String reason) {
        hook("same-other").fill(other);
        hook("same-form").locator("[data-testid=same-reason]").fill(reason);
        hook("same-send").click();
    }

    @Test
    void what_was_recognised_is_offered_as_a_suggestion_and_fills_a_field_only_when_chosen() {
        gateway.service.answer(
                "POST /complaints/smoke/clarify", RecordingService.json("{\"version\": 7}"));
        logIn();
        go(SMOKE);
        assertThat(hook("recognised"))
                .hasText(
                        "Recognised (suggestions): Danger · wants: Replacement · wants: Apology ·"
                                + " CleanAir 200 · JP¥12,900 · 3 Nov 2026 · 渋谷 (Tokyo)");
        choose("clarify");
        fillByOffers();
        look("recognised-light");
        hook("command-send").click();
        assertThat(hook("command-form")).hasCount(0);
        assertThat(told("POST", "/clarify").getLast().body())
                .contains("\"kind\":\"APOLOGY\"", "\"product\":\"CleanAir 200\"");
        seenIn("ja-JP", "読み取り（候補）： 危険", "「困りごと」の候補");
        seenIn("zh-CN", "识别结果（建议）： 危险", "“因什么不满”的建议");
    }

    private void fillByOffers() {
        assertThat(hook("field-concern.words")).hasValue("");
        assertThat(hook("field-concern.product")).hasValue("CleanAir 300");
        assertThat(hook("field-demand.words")).hasValue("");

        hook("field-concern.words").fill("やけど");
        offer("What hurts", "先週購入した掃除機ですが").click();
        assertThat(hook("field-concern.words"))
                .hasValue("やけど\n先週購入した掃除機ですが、使用中に焦げ臭いにおいがして、煙が出ました。");
        offer("Product", "CleanAir 200").click();
        assertThat(hook("field-concern.product")).hasValue("CleanAir 200");
        offer("What the customer wants", "Apology").click();
        assertThat(hook("field-demand.kind")).hasValue("APOLOGY");
        offer("In the customer’s words", "謝って").click();
        assertThat(hook("field-demand.words")).hasValue("まず謝ってほしいです。");
    }

    private void seenIn(String locale, String line, String group) {
        context.close();
        open(locale, ColorScheme.DARK);
        logIn();
        go(SMOKE);
        assertThat(hook("recognised")).containsText(line);
        choose("clarify");
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(group)))
                .isVisible();
        look("recognised-dark-" + locale);
    }

    private Locator offer(String field, String words) {
        return page.getByRole(
                        AriaRole.GROUP,
                        new Page.GetByRoleOptions().setName("Suggestions for “" + field + "”"))
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(words));
    }

    @Test
    void a_complaint_is_handed_over_to_somebody_who_is_there_or_back_to_its_queue() {
        gateway.service.answer(
                "POST /complaints/smoke/hand-over", RecordingService.json("{\"version\": 7}"));
        logIn();
        go(SMOKE);
        choose("hand-over");
        assertThat(hook("field-to").locator("option"))
                .hasText(
                        new String[] {
                            "Back to the queue",
                            "chen – there, 12 of 12",
                            "hanako – there, 10 of 22",
                            "sato – not there, 3 of 12"
                        });
        hook("field-to").selectOption("chen");
        hook("field-reason").fill("Knows the product");
        hook("command-send").click();
        assertThat(hook("command-form")).hasCount(0);
        assertThat(told("POST", "/hand-over").getLast().body())
                .isEqualTo("{\"to\":\"chen\",\"reason\":\"Knows the product\"}");
    }

    @Test
    void work_mode_shows_my_work_my_room_and_brings_the_next_one_by_a_key() {
        logIn();
        page.locator(".top nav a[href='#/work']").click();
        assertThat(hook("work-row")).hasCount(2);
        assertThat(hook("work-row").first())
                .hasAttribute("data-reference", RecordedComplaints.SMOKE);
        assertThat(hook("pool").first()).containsText("service: 9 of 12");
        assertThat(hook("pool").first()).containsText("by voice 1 of 1");
        assertThat(hook("pool").last()).containsText("off shift");

        page.keyboard().press("n");
        assertThat(hook("why-nothing")).containsText("You have as many as you can have");
        page.locator("[data-testid=presence][data-presence=AWAY]").click();
        assertThat(hook("toast")).containsText("You are now: on a break");
        assertThat(told("PUT", "/agents/hanako/presence").getLast().body())
                .isEqualTo("{\"presence\":\"AWAY\"}");

        gateway.service.answer(
                "POST /agents/hanako/next",
                RecordingService.json(
                        "{\"complaintId\": \"smoke\", \"reference\": \"%s\", \"explanation\": \"\"}"
                                .formatted(RecordedComplaints.SMOKE)));
        page.keyboard().press("n");
        assertThat(hook("complaint-reference")).hasText(RecordedComplaints.SMOKE);
        assertThat(hook("next")).isVisible();
        look("work-complaint-light");
        page.keyboard().press("n");
        await().untilAsserted(() -> assertThat(told("POST", "/agents/hanako/next")).hasSize(3));
        page.locator(".crumb a").click();
        assertThat(hook("work-row").first()).isVisible();
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(hook("board")).hasCount(0);
        await().until(() -> page.url().endsWith("?from=work"));
    }

    @Test
    void whoever_is_in_no_pool_learns_why_nothing_comes_to_him() {
        gateway.service.answer("GET /agents", RecordingService.json("{\"items\": []}"));
        gateway.service.answer("GET /agents/hanako/work", RecordingService.json("{\"items\": []}"));
        logIn();
        go("#/work");
        assertThat(hook("no-pool")).containsText("No pool has an agent hanako");
        assertThat(hook("empty")).containsText("You have nothing to do");
        assertThat(hook("next")).hasCount(0);
        look("work-empty-light");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_screen_in_light_and_dark(ColorScheme scheme) {
        context.close();
        open(scheme == ColorScheme.LIGHT ? "en-GB" : "ja-JP", scheme);
        String suffix = "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        logIn();
        go("#/work");
        assertThat(hook("pool").first()).isVisible();
        look("work" + suffix);
        go(SMOKE);
        propose();
        assertThat(hook("offer")).isVisible();
        choose("reply");
        hook("template").selectOption("0");
        hook("show-preview").click();
        assertThat(hook("preview")).isVisible();
        hook("approval").scrollIntoViewIfNeeded();
        look("handling" + suffix);
        page.locator("[data-testid=clock-account][data-clock=first-human-reply]").click();
        assertThat(hook("interval").first()).isVisible();
        page.locator(".screen").evaluate("screen => screen.scrollTo({top: 0})");
        look("handling-ledger" + suffix);
    }

    private List<RecordingService.Told> told(String method, String path) {
        return gateway.service.told().stream()
                .filter(each -> each.method().equals(method) && each.path().endsWith(path))
                .toList();
    }
}
