package amends.deploy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;
import amends.contracts.identity.Identity;
import amends.deploy.local.LocalPlatform;
import amends.deploy.local.Part;

import com.microsoft.playwright.Locator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What people do with one another in the console, on the running platform. Skipped where no
/// Chromium is.
@ExtendWith(SharedPlatform.class)
class StoriesIT {

    private static final String PASSWORD = "a sentence that only tests know";

    private static LocalPlatform platform;
    private static Chromium chromium;
    private static Api administrator;

    @BeforeAll
    static void begin(LocalPlatform running) {
        chromium = Chromium.open();
        platform = running;
        administrator = Api.signedIn(running);
        user("miller", "AGENT");
        user("tanaka", "AGENT", "SUPERVISOR");
        user("johnson", "AGENT", "SUPERVISOR");
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aPolicyIsTriedOutAndActivatedThenABreachTurnsRedWhileOneLooks() {
        try (Console console = administratorsConsole()) {
            console.go("#/admin/policies/sla");
            console.hook("policy-edit").click();
            field(console, "/clocks/1/calendar").fill("calendar.always");
            field(console, "/clocks/1/targets/1/within").fill("PT30S");
            console.hook("trial-run").click();
            assertThat(console.hook("trial-result")).isVisible();
            console.hook("activate").click();
            console.hook("activate").click();
            assertThat(console.hook("policy-since")).containsText("version 2");

            console.go("#/board");
            String reference = arrives("The invoice names another person", "vip").reference();
            Locator clock =
                    console.row(reference).locator("[data-clock=first-human-reply]").first();
            assertThat(clock).hasAttribute("data-state", Pattern.compile("running|warned"));
            assertThat(clock).hasAttribute("data-state", "breached");
            console.picture("story-breached");
        }
    }

    @Test
    void anApprovalIsRefusedAndTheNextOneGranted() {
        String page = "#/complaints/" + assessed("The heater was delivered broken");
        try (Console miller = console("miller");
                Console tanaka = console("tanaka");
                Console johnson = console("johnson")) {
            miller.go(page);
            propose(miller);
            assertThat(miller.hook("approval")).hasAttribute("data-state", "waiting");
            assertThat(miller.hook("own-proposal")).isVisible();

            tanaka.go(page);
            tanaka.command("refuse-approval", Map.of("reason", "Repair it first"));
            assertThat(miller.hook("approval-refused")).containsText("Repair it first");
            miller.picture("story-refused");

            propose(miller);
            johnson.go(page);
            johnson.command("approve", Map.of());
            assertThat(miller.hook("approval")).hasAttribute("data-state", "granted");
            assertThat(miller.hook("approval")).containsText("johnson");
            miller.picture("story-granted");
        }
    }

    @Test
    void anAgentWithoutTheRightIsStopped() {
        try (Console miller = console("miller")) {
            assertThat(miller.page().locator(".top nav a[href='#/admin']")).hasCount(0);
            miller.go("#/admin/policies/sla");
            assertThat(miller.hook("policy-reading")).isVisible();
            assertThat(miller.hook("policy-edit")).hasCount(0);
            assertThat(publish(miller)).isEqualTo(403);
            miller.picture("story-stopped");
        }
    }

    @Test
    void whoeverLooksAtTheBoardGoesOnAfterTheGatewayWasKilled() {
        try (Console miller = console("miller")) {
            assertThat(miller.hook("live")).hasText("Live");
            awaitKept(miller);
            platform.process("gateway").killForcibly();
            assertThat(miller.hook("live")).hasText("Reconnecting…");
            String meanwhile = arrivesPastTheGateway("The parcel was left in the rain");
            platform.restart("gateway");
            assertThat(miller.hook("live")).hasText("Live");
            assertThat(miller.row(meanwhile)).isVisible();
        }
    }

    /// Until somebody's session is written.
    private static void awaitKept(Console console) {
        Path sessions = platform.dataDir().resolve("gateway/sessions");
        String own =
                console.page().context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("AMENDS_SESSION"))
                        .map(cookie -> cookie.value + ".session")
                        .findFirst()
                        .orElseThrow();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(sessions.resolve(own)));
    }

    private record Arrived(String id, String reference) {}

    private static Arrived arrives(String subject, String tier) {
        JsonNode receipt =
                Api.withKey(platform.gateway(), platform.credentials().apiKeys().integration())
                        .post("/api/intake/complaints", complaint(subject, tier))
                        .expect(202)
                        .json();
        return new Arrived(
                receipt.path("complaintId").asString(), receipt.path("reference").asString());
    }

    /// While nobody gets through the door.
    private static String arrivesPastTheGateway(String subject) {
        Actor shop = new Actor(Actor.Kind.INTEGRATION, new ActorName("shop"));
        try (amends.deploy.call.Api intake =
                amends.deploy.call.Api.as(
                        Identity.of(shop, Role.INTEGRATION),
                        platform.signer(),
                        platform.ports().url(Part.INTAKE))) {
            return intake.post("/complaints", complaint(subject, "standard"))
                    .path("reference")
                    .asString();
        }
    }

    private static Map<String, Object> complaint(String subject, String tier) {
        return Map.of(
                "customer",
                Map.of("name", "Ada", "email", "ada@example.org", "tier", tier),
                "subject",
                subject,
                "text",
                subject + ". What will you do?");
    }

    /// As far as the place where a solution is proposed.
    private static String assessed(String subject) {
        String id = arrives(subject, "standard").id();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> administrator.get("/api/complaints/" + id).status() == 200);
        administrator
                .post(
                        "/api/complaints/" + id + "/clarify",
                        Map.of(
                                "concern", Map.of("words", subject),
                                "demand", Map.of("kind", "REFUND", "words", "Money back")))
                .expect(200);
        administrator
                .post(
                        "/api/complaints/" + id + "/assess",
                        Map.of(
                                "assessment",
                                Map.of(
                                        "justified",
                                        true,
                                        "obliged",
                                        true,
                                        "able",
                                        true,
                                        "rootCause",
                                        "PRODUCT_DEFECT",
                                        "responsibleArea",
                                        "packing",
                                        "reasoning",
                                        "Seen on the picture")))
                .expect(200);
        return id;
    }

    private static void propose(Console console) {
        console.command(
                "propose-solution",
                Map.of("remedy.amount", "48000", "explanation", "You get your money back"));
    }

    /// What a browser can send with the session that it has.
    private static int publish(Console console) {
        return (int)
                console.page()
                        .evaluate(
                                """
                                () => fetch('/api/policies/sla', {method: 'PUT', body: '{}', headers: {'Content-Type': 'application/json',
                                  'X-XSRF-TOKEN': decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]*)/)[1])}}).then(answer => answer.status)\
                                """);
    }

    /// Opens what it lies in.
    private static Locator field(Console console, String pointer) {
        Locator field = console.page().locator("input[data-pointer='" + pointer + "']");
        field.evaluate(
                "field => { for (let at = field.closest('details'); at; at ="
                        + " at.parentElement.closest('details')) { at.open = true; } }");
        return field;
    }

    private static void user(String name, String... roles) {
        administrator
                .put(
                        "/api/access/users/" + name,
                        Map.of("roles", List.of(roles), "password", PASSWORD))
                .expect(200);
    }

    private static Console console(String user) {
        return chromium.console(platform, user, PASSWORD);
    }

    private static Console administratorsConsole() {
        return chromium.console(
                platform,
                platform.credentials().console().user(),
                platform.credentials().console().password());
    }
}
