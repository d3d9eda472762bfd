package amends.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.access.Role;
import amends.contracts.wire.Wire;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// The rules of the house: read, tried out, and put into force by those who may.
class PoliciesIT extends InBrowser {

    private static final String TARGET = "/clocks/4/targets/0/within";
    private static final String PASSWORD = "a long word and another";

    private RecordedPolicies policies;

    @BeforeEach
    void record() {
        policies = new RecordedPolicies(gateway.service);
        new RecordedTemplates(gateway.service);
    }

    @Test
    void a_policy_is_tried_out_and_activated() {
        logIn();
        page.locator(".top nav a[href='#/admin']").click();
        hook("admin-policies").click();
        page.locator("[data-testid=policy][data-policy=sla]").click();
        assertThat(hook("policy-since")).containsText("In force: version 1");
        assertThat(hook("policy-form")).containsText("Warns at (%)");
        change(TARGET, "PT8H");

        assertThat(hook("change")).hasCount(1);
        assertThat(hook("change")).containsText("Clocks › Resolution › Targets › 1 › Within");
        assertThat(hook("change")).containsText("9 h");
        assertThat(hook("change")).containsText("8 h");
        hook("trial-run").click();
        assertThat(hook("trial-gained")).containsText("14");
        assertThat(hook("trial-queue")).containsText("Safety");
        assertThat(hook("trial-result")).containsText("1,200 complaints were looked at");
        assertThat(told("PUT /policies/sla")).isEmpty();

        hook("activation-all").check();
        hook("activate").click();
        assertThat(hook("activate")).containsText("Really put version 2 into force?");
        hook("activate").click();
        assertThat(hook("policy-since")).containsText("In force: version 2");
        assertThat(hook("candidate")).hasCount(0);
        RecordingService.Told published = told("PUT /policies/sla").getFirst();
        assertThat(published.header("If-Match")).isEqualTo("\"1\"");
        assertThat(json(published).at(TARGET).asString()).isEqualTo("PT8H");
        assertThat(json(published).at("/clocks/4/targets/1/within").asString()).isEqualTo("PT18H");
        assertThat(json(told("POST /policies/preview").getFirst()).at("/body" + TARGET).asString())
                .isEqualTo("PT8H");
        assertThat(told("POST /policies/recompute")).hasSize(1);
    }

    @Test
    void new_complaints_alone_follow_it_unless_somebody_says_otherwise() {
        logIn();
        go("#/admin/policies/sla");
        change("/followUpSilence", "P7D");
        activate();
        assertThat(hook("policy-since")).containsText("In force: version 2");
        assertThat(told("POST /policies/recompute")).isEmpty();
    }

    @Test
    void open_complaints_are_recomputed_without_a_new_version_but_not_by_accident() {
        logIn();
        go("#/admin/policies/priority");
        assertThat(hook("policy-title")).isVisible();
        assertThat(hook("recompute")).hasCount(0);
        go("#/admin/policies/sla");
        hook("recompute").click();
        assertThat(hook("recompute")).containsText("Really recompute?");
        assertThat(told("POST /policies/recompute")).isEmpty();
        hook("recompute").click();
        assertThat(hook("recomputed")).containsText("31");
        assertThat(told("PUT /policies/sla")).isEmpty();
    }

    @Test
    void a_new_calendar_begins_as_a_copy_and_never_replaces_one() {
        logIn();
        go("#/admin/policies");
        hook("calendar-new").click();
        hook("calendar-name").fill("tokyo");
        hook("calendar-make").click();
        assertThat(hook("calendar-problem")).containsText("There is a calendar calendar.tokyo");
        hook("calendar-name").fill("osaka");
        hook("calendar-like").selectOption("calendar.always");
        look("policies-new-calendar");
        hook("calendar-make").click();

        assertThat(page.locator("[data-testid=policy][data-policy='calendar.osaka']")).isVisible();
        assertThat(hook("policy-form")).containsText("UTC");
        RecordingService.Told made = told("PUT /policies/calendar.osaka").getFirst();
        assertThat(json(made).path("zone").asString()).isEqualTo("UTC");
        assertThat(made.header("If-Match")).as("nobody's may be replaced").isEqualTo("\"0\"");
    }

    @Test
    void what_cannot_be_followed_is_told_at_its_field() {
        logIn();
        go("#/admin/policies/sla");
        change(TARGET, "soon");
        activate();
        Locator fault = page.locator("[data-testid=field-error][data-pointer='" + TARGET + "']");
        assertThat(fault).containsText("not soon");
        assertThat(hook("policy-errors"))
                .containsText("Clocks › Resolution › Targets › 1 › Within");
        assertThat(page.locator("input[data-pointer='" + TARGET + "']")).hasValue("soon");
        mishaps.removeIf(each -> each.contains("422"));

        field(TARGET).fill("PT8H");
        assertThat(fault).hasCount(0);
    }

    @Test
    void nobody_publishes_over_what_he_has_not_seen() {
        logIn();
        go("#/admin/policies/sla");
        change(TARGET, "PT8H");
        policies.overtake();
        activate();
        assertThat(hook("activation-problem")).containsText("another version meanwhile");
        assertThat(hook("policy-since")).containsText("version 2");
        assertThat(hook("change")).hasCount(2);
        assertThat(hook("changes")).containsText("Silence after a follow-up");
        assertThat(hook("activate")).hasCount(0);
        mishaps.removeIf(each -> each.contains("412"));
    }

    @Test
    void what_was_begun_from_an_older_version_is_compared_with_the_new_one_before_it_replaces_it() {
        logIn();
        go("#/admin/policies/sla");
        change(TARGET, "PT8H");
        go("#/admin/policies/authority");
        assertThat(hook("policy-title")).hasText("Authority and limits");
        policies.overtake();
        go("#/admin/policies/sla");
        assertThat(hook("activation-problem")).containsText("another version meanwhile");
        assertThat(hook("change")).hasCount(2);
        assertThat(hook("activate")).hasCount(0);
        assertThat(hook("policy-note")).containsText("another version meanwhile");
        picture("policy-overtaken-light");

        hook("compared").click();
        activate();
        assertThat(hook("policy-since")).containsText("In force: version 3");
        assertThat(told("PUT /policies/sla"))
                .extracting(each -> each.header("If-Match"))
                .containsExactly("\"2\"");
    }

    @Test
    void an_agent_is_stopped_and_a_supervisor_only_tries_out() {
        try (Administrator administrator = new Administrator(gateway)) {
            administrator.user("story-agent", PASSWORD, Role.AGENT);
            administrator.user("story-supervisor", PASSWORD, Role.SUPERVISOR);
        }
        logIn("story-agent", PASSWORD);
        assertThat(page.locator(".top nav a[href='#/admin']")).hasCount(0);
        go("#/admin/policies/sla");
        assertThat(hook("policy-reading")).isVisible();
        assertThat(hook("policy-edit")).hasCount(0);
        assertThat(put("{}")).isEqualTo(403);
        assertThat(told("PUT /policies/sla")).isEmpty();

        hook("logout").click();
        assertThat(hook("login-submit")).isVisible();
        logIn("story-supervisor", PASSWORD);
        go("#/admin/policies/sla");
        assertThat(hook("admin-users")).hasCount(0);
        change(TARGET, "PT8H");
        hook("trial-run").click();
        assertThat(hook("trial-gained")).containsText("14");
        assertThat(hook("activation-forbidden")).isVisible();
        assertThat(hook("activate")).hasCount(0);
        assertThat(put("{}")).isEqualTo(403);
        assertThat(told("PUT /policies/sla")).isEmpty();
        mishaps.removeIf(each -> each.contains("403"));
    }

    @Test
    void what_was_in_force_before_can_come_back() {
        policies.overtake();
        logIn();
        go("#/admin/policies/sla");
        hook("show-versions").click();
        assertThat(hook("version")).hasCount(2);
        hook("compare").click();
        assertThat(hook("compared")).containsText("10 d");
        hook("take-version").click();
        assertThat(hook("change")).containsText("14 d");
    }

    @Test
    void an_entry_is_added_another_removed_and_the_expert_writes_json() {
        logIn();
        go("#/admin/policies/authority");
        hook("policy-edit").click();
        page.locator("[data-add='/holders']").click();
        field("/holders/5/agent").fill("sato");
        field("/holders/5/role").fill("supervisor");
        page.locator("[data-remove='/holders/0']").click();
        assertThat(hook("changes")).containsText("Who holds them › sato");
        assertThat(hook("changes")).containsText("Who holds them › tanaka");
        assertThat(hook("trial")).hasCount(0);

        hook("show-json").click();
        assertThat(hook("policy-raw"))
                .hasValue(java.util.regex.Pattern.compile("\"agent\": \"sato\""));
        hook("policy-raw").fill("{\"zone\": ");
        assertThat(hook("raw-fault")).isVisible();
        hook("policy-raw").fill("{\"zone\": \"UTC\"}");
        hook("show-form").click();
        assertThat(field("/zone")).hasValue("UTC");
        hook("policy-discard").click();
        assertThat(hook("candidate")).hasCount(0);
    }

    @Test
    void a_template_is_changed_looked_at_as_a_letter_and_put_into_force() {
        logIn();
        go("#/admin/templates");
        page.locator("[data-template=acknowledgement]").click();
        assertThat(hook("policy-title")).hasText("Acknowledgement");
        assertThat(hook("placeholders")).containsText("{{ reference }}");
        assertThat(hook("letter")).containsText("We have received your complaint");
        hook("policy-edit").click();
        field("/en/subject").fill("We heard you");
        page.locator("[data-add=en]").click();
        page.locator("textarea[data-pointer='/en/body/4']").fill("Thank you.");
        page.locator("[data-kind='/en/body/4']").selectOption("words");
        assertThat(hook("letter")).containsText("We heard you");
        assertThat(hook("letter")).containsText("{\"words\":\"Thank you.\"}");
        page.locator("[data-language=en] li").last().locator("[data-move='↑']").click();
        assertThat(page.locator("[data-kind='/en/body/3']")).hasValue("words");
        assertThat(page.locator("[data-kind='/en/body/4']")).hasValue("paragraph");
        assertThat(page.locator("[data-language=en] li").nth(3).locator("[data-move='↑']"))
                .isFocused();
        page.locator("[data-language=en] li").nth(3).locator("[data-move='↓']").click();
        assertThat(page.locator("[data-kind='/en/body/4']")).hasValue("words");
        assertThat(page.locator("[data-kind='/en/body/4']")).isFocused();
        hook("letters-zh").click();
        assertThat(hook("letter")).containsText("我们已收到您的投诉");
        assertThat(hook("changes")).containsText("We heard you");
        assertThat(told("PUT /notification-templates/acknowledgement")).isEmpty();

        activate();
        assertThat(hook("policy-since")).containsText("In force: version 2");
        RecordingService.Told published =
                told("PUT /notification-templates/acknowledgement").getFirst();
        assertThat(published.header("If-Match")).isEqualTo("\"1\"");
        assertThat(json(published).at("/en/body/4/words").asString()).isEqualTo("Thank you.");
        assertThat(json(published).at("/ja/subject").asString()).isEqualTo("お申し出を承りました");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_screen_of_administration_in_light_and_dark(ColorScheme scheme) {
        context.close();
        open(scheme == ColorScheme.LIGHT ? "en-GB" : "ja-JP", scheme);
        String suffix = "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        logIn();
        for (String view : List.of("users", "keys")) {
            go("#/admin/" + view);
            assertThat(hook("access-form")).isVisible();
            look("admin-" + view + suffix);
        }
        for (String name : RecordedPolicies.NAMES) {
            go("#/admin/policies/" + name);
            assertThat(hook("policy-form")).isVisible();
            assertThat(page.locator("[data-policy='" + name + "'][aria-current=page]")).isVisible();
            look("policy-" + name + suffix);
        }
        for (String name : RecordedTemplates.NAMES) {
            go("#/admin/templates/" + name);
            assertThat(page.locator("[data-template='" + name + "'][aria-current=page]"))
                    .isVisible();
            assertThat(hook("letter").first()).isVisible();
            look("template-" + name + suffix);
        }
        go("#/admin/templates/follow-up");
        hook("policy-edit").click();
        field("/en/subject").fill("Is it solved?");
        assertThat(hook("candidate")).isVisible();
        look("template-edit" + suffix);
        go("#/admin/policies/sla");
        change(TARGET, "PT8H");
        hook("trial-run").click();
        assertThat(hook("trial-gained")).containsText("14");
        look("policy-edit" + suffix);
        hook("trial").scrollIntoViewIfNeeded();
        picture("policy-trial" + suffix);
        hook("activation").scrollIntoViewIfNeeded();
        picture("policy-activation" + suffix);
        hook("show-json").click();
        look("policy-json" + suffix);
        hook("show-versions").click();
        assertThat(hook("version")).hasCount(1);
        look("policy-versions" + suffix);
        go("#/admin/policies/routing");
        hook("policy-edit").click();
        page.locator("[data-entry='/rules/0'] > summary").click();
        page.locator("[data-entry='/pools/1'] > summary").click();
        look("policy-edit-routing" + suffix);
        page.locator("[data-entry='/pools/1']").scrollIntoViewIfNeeded();
        picture("policy-edit-pools" + suffix);
    }

    /// Begins a candidate if there is none.
    private void change(String pointer, String value) {
        assertThat(hook("policy-title")).isVisible();
        hook("policy-edit").click();
        field(pointer).fill(value);
    }

    /// Opens what it lies in.
    private Locator field(String pointer) {
        Locator field = page.locator("input[data-pointer='" + pointer + "']");
        field.evaluate(
                "field => { for (let at = field.closest('details'); at; at ="
                        + " at.parentElement.closest('details')) { at.open = true; } }");
        return field;
    }

    private void activate() {
        hook("activate").click();
        hook("activate").click();
    }

    /// What the browser can send with the session that it has.
    private int put(String body) {
        return (int)
                page.evaluate(
                        """
                        body => fetch('/api/policies/sla', {method: 'PUT', body, headers: {'Content-Type': 'application/json',
                          'X-XSRF-TOKEN': decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]*)/)[1])}}).then(answer => answer.status)\
                        """,
                        body);
    }

    private List<RecordingService.Told> told(String call) {
        return gateway.service.told().stream()
                .filter(each -> call.equals(each.method() + " " + each.path()))
                .toList();
    }

    private static JsonNode json(RecordingService.Told told) {
        return Wire.mapper().readTree(told.body());
    }
}
