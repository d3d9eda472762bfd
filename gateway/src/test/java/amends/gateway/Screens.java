package amends.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Every screen of the console, and what is opened on it before it is looked at.
final class Screens {

    private static final String SMOKE = "#/complaints/" + RecordedComplaints.SMOKE;

    /// @param opens what has to be there, and does what is done before one looks
    record Screen(String name, String hash, Consumer<InBrowser> opens) {

        @Override
        public String toString() {
            return name;
        }
    }

    private Screens() {}

    /// Answers for all of them.
    static RecordedHandling recorded(RecordingService service, RecordedComplaints complaints) {
        new RecordedOperations(service);
        new RecordedSupervision(service);
        new RecordedPolicies(service);
        new RecordedTemplates(service);
        RecordedHandling handling = new RecordedHandling(service, complaints);
        service.answer(
                "GET /complaints/smoke/contacts/k1/formatted",
                RecordingService.json(
                        """
                        {"html": "<p>煙が<b>出ました</b></p>", "pictures": 1}\
                        """));
        service.answer(
                "GET /queues",
                RecordingService.json(
                        """
                        {"items": [
                          {"queue": "billing", "open": 24, "urgent": 0, "warned": 0, "breached": 0, "unassigned": 2, "running": 20, "paused": 3, "met": 0},
                          {"queue": "escalation", "open": 20, "urgent": 5, "warned": 2, "breached": 0, "unassigned": 0, "running": 18, "paused": 0, "met": 0},
                          {"queue": "general", "open": 6442, "urgent": 0, "warned": 311, "breached": 0, "unassigned": 24, "running": 40, "paused": 2, "met": 5},
                          {"queue": "safety", "open": 557, "urgent": 557, "warned": 9, "breached": 3, "unassigned": 0, "running": 35, "paused": 0, "met": 0},
                          {"queue": "vip", "open": 15, "urgent": 0, "warned": 0, "breached": 0, "unassigned": 1, "running": 15, "paused": 0, "met": 0}]}\
                        """));
        return handling;
    }

    /// In an order that has every two parts that are loaded one by one in the same page.
    static List<Screen> all(RecordedHandling handling) {
        List<Screen> all = new ArrayList<>();
        Stream.of(working(), handling(), leading(), figures(), running(), ruling())
                .forEach(all::addAll);
        all.add(
                new Screen(
                        "conflict",
                        SMOKE,
                        browser -> {
                            write(browser);
                            handling.isFaster(
                                    "wang", "reply", "ComplaintAssigned", "{\"agent\": \"wang\"}");
                            browser.hook("command-send").click();
                            seen(browser, "command-problem");
                            browser.hook("command-problem").scrollIntoViewIfNeeded();
                        }));
        return all;
    }

    private static List<Screen> working() {
        return List.of(
                at("board", "#/board", "row"),
                new Screen(
                        "filters",
                        "#/board?channel=email",
                        browser -> {
                            browser.hook("filter").click();
                            seen(browser, "filter-owner");
                        }),
                at("wall", "#/wall", "wall-queue"),
                at("work", "#/work", "pool"),
                at("complaint", SMOKE, "delivery"));
    }

    private static List<Screen> handling() {
        return List.of(
                new Screen(
                        "composer",
                        SMOKE,
                        browser -> {
                            write(browser);
                            browser.hook("show-preview").click();
                            seen(browser, "preview");
                            browser.hook("preview").scrollIntoViewIfNeeded();
                        }),
                new Screen("proposal", SMOKE, browser -> choose(browser, "propose-solution")),
                new Screen(
                        "merge",
                        SMOKE,
                        browser -> {
                            choose(browser, "merge-into");
                            seen(browser, "suggestion");
                        }),
                new Screen(
                        "ledger",
                        SMOKE,
                        browser -> {
                            browser.hook("clock-account").nth(1).click();
                            seen(browser, "interval");
                        }),
                new Screen(
                        "mail",
                        SMOKE,
                        browser -> {
                            browser.hook("as-mail").first().click();
                            seen(browser, "mail");
                        }));
    }

    private static List<Screen> leading() {
        return List.of(
                at("approvals", "#/supervisor/approvals", "approvals"),
                at("escalations", "#/supervisor/escalations", "escalations"),
                at("load", "#/supervisor/load", "load"),
                at("appeals", "#/supervisor/appeals", "appeals"),
                at("agent", "#/supervisor/agent/sato", "review"));
    }

    private static List<Screen> figures() {
        return List.of(
                at("recurrence", "#/insight/recurrence", "recurrence"),
                at("satisfaction", "#/insight/satisfaction", "satisfaction"),
                at("sla", "#/insight/sla", "sla"),
                at("turnaround", "#/insight/turnaround", "turnaround"),
                at("retention", "#/insight/retention", "retention"),
                at("behind", "#/insight/recurrence/k1?title=smoke", "behind-complaint"));
    }

    private static List<Screen> running() {
        return List.of(
                at("services", "#/operations/services", "services"),
                at("intake", "#/operations/intake", "intake"),
                at("lag", "#/operations/lag", "lag"),
                at("quarantine", "#/operations/quarantine", "quarantine"),
                at("letters", "#/operations/letters", "letters"),
                at("deliveries", "#/operations/deliveries", "deliveries"),
                at("document-http", "#/document/http", "entry"),
                at("document-topics", "#/document/topics", "entry"));
    }

    private static List<Screen> ruling() {
        return List.of(
                at("users", "#/admin/users", "access-form"),
                at("keys", "#/admin/keys", "access-form"),
                at("policies", "#/admin/policies", "policies"),
                at("policy-sla", "#/admin/policies/sla", "policy-form"),
                at("policy-routing", "#/admin/policies/routing", "policy-form"),
                at("template", "#/admin/templates/acknowledgement", "letter"));
    }

    /// What is hidden where there is no room for it is there all the same.
    private static Screen at(String name, String hash, String hook) {
        return new Screen(
                name, hash, browser -> assertThat(browser.hook(hook).first()).isAttached());
    }

    private static void seen(InBrowser browser, String hook) {
        assertThat(browser.hook(hook).first()).isVisible();
    }

    private static void choose(InBrowser browser, String command) {
        browser.page.locator("[data-testid=command][data-command='" + command + "']").click();
        seen(browser, "command-form");
    }

    private static void write(InBrowser browser) {
        choose(browser, "reply");
        browser.hook("field-text").fill("佐藤が明日までにご連絡いたします。");
    }
}
