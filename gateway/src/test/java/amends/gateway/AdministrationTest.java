package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.access.AddressKind;
import amends.contracts.access.AuditEvent;
import amends.contracts.access.AuditEvent.KeyCreated;
import amends.contracts.access.AuditEvent.KeyRevoked;
import amends.contracts.access.AuditEvent.KeyRotated;
import amends.contracts.access.AuditEvent.PasswordChanged;
import amends.contracts.access.AuditEvent.RightsChanged;
import amends.contracts.access.AuditEvent.SignInRefused;
import amends.contracts.access.AuditEvent.SignedIn;
import amends.contracts.access.AuditEvent.SignedOut;
import amends.contracts.access.AuditEvent.UserCreated;
import amends.contracts.access.AuditEvent.UserRemoved;
import amends.contracts.access.RecordedAudit;
import amends.contracts.access.Role;
import amends.contracts.access.Subject;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.List;

/// Users and keys are made, changed and taken away, in force at once, and all of it is on the
/// trail.
class AdministrationTest {

    private static final String PASSWORD = "a long word and another";

    private static RunningGateway gateway;
    private static Administrator administrator;
    private static Caller stranger;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway("amends.gateway.limits.failure.burst=10000");
        administrator = new Administrator(gateway);
        stranger = new Caller(gateway);
    }

    @AfterAll
    static void stop() {
        administrator.close();
        stranger.close();
        gateway.close();
    }

    @Test
    void a_user_signs_in_and_what_he_may_changes_under_his_session() {
        administrator.user("li", PASSWORD, Role.AGENT);
        try (Caller li = Caller.loggedIn(gateway, "li", PASSWORD)) {
            assertThat(li.call("GET", "/api/board", null).statusCode()).isEqualTo(200);
            assertThat(approve(li)).isEqualTo(403);

            put("users/li", "{\"roles\":[\"AGENT\",\"SUPERVISOR\"]}");
            assertThat(approve(li)).isEqualTo(200);

            put("users/li", "{\"roles\":[\"ADMINISTRATOR\"]}");
            assertThat(li.call("GET", "/api/board", null).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_session_ends_with_its_user_and_with_his_password() {
        administrator.user("kim", PASSWORD, Role.AGENT);
        administrator.user("kim", PASSWORD, Role.AGENT, Role.SUPERVISOR);
        try (Caller kim = Caller.loggedIn(gateway, "kim", PASSWORD)) {
            put("users/kim/password", "{\"password\":\"quite another one\"}");
            assertThat(kim.call("GET", "/api/session", null).statusCode()).isEqualTo(401);
        }
        try (Caller kim = Caller.loggedIn(gateway, "kim", "quite another one")) {
            assertThat(kim.call("GET", "/api/session", null).statusCode()).isEqualTo(200);
            Administrator.done(administrator.send("DELETE", "/api/access/users/kim", null));
            assertThat(kim.call("GET", "/api/session", null).statusCode()).isEqualTo(401);
        }
        assertThat(names("users")).contains(RunningGateway.USER).doesNotContain("kim");
        assertThat(trail("user:kim"))
                .extracting(line -> (Class) line.event().getClass())
                .containsSubsequence(
                        UserCreated.class,
                        RightsChanged.class,
                        PasswordChanged.class,
                        SignedIn.class,
                        PasswordChanged.class,
                        SignedIn.class,
                        UserRemoved.class);
    }

    @Test
    void views_belong_to_their_user_and_go_with_him() {
        String mine = "{\"items\":[{\"name\":\"Late\",\"address\":\"#/board?sort=due\"}]}";
        String path = "/api/session/views";
        administrator.user("saver", PASSWORD, Role.AGENT);
        administrator.user("other", PASSWORD, Role.AGENT);
        try (Caller saver = Caller.loggedIn(gateway, "saver", PASSWORD);
                Caller other = Caller.loggedIn(gateway, "other", PASSWORD)) {
            assertThat(saver.call("GET", path, null).body()).isEqualTo("{\"items\":[]}");
            String[] token = {"X-XSRF-TOKEN", saver.csrfToken()};
            assertThat(saver.call("PUT", path, mine, token).statusCode()).isEqualTo(200);
            assertThat(saver.call("GET", path, null).body()).isEqualTo(mine);
            assertThat(other.call("GET", path, null).body()).isEqualTo("{\"items\":[]}");
            for (String address : List.of("javascript:alert(1)", "https://example.org")) {
                assertThat(
                                saver.call(
                                        "PUT",
                                        path,
                                        mine.replace("#/board?sort=due", address),
                                        token))
                        .extracting(HttpResponse::statusCode)
                        .isEqualTo(400);
            }
        }
        Administrator.done(administrator.send("DELETE", "/api/access/users/saver", null));
        administrator.user("saver", PASSWORD, Role.AGENT);
        try (Caller namesake = Caller.loggedIn(gateway, "saver", PASSWORD)) {
            assertThat(namesake.call("GET", path, null).body()).isEqualTo("{\"items\":[]}");
        }
    }

    @Test
    void views_are_those_of_people_and_whole() {
        String path = "/api/session/views";
        String key = administrator.key("viewless", Role.AGENT);
        assertThat(stranger.call("GET", path, null, "X-API-Key", key).statusCode()).isEqualTo(404);
        assertThat(stranger.call("PUT", path, "{\"items\":[]}", "X-API-Key", key).statusCode())
                .isEqualTo(404);
        administrator.user("halves", PASSWORD, Role.AGENT);
        try (Caller halves = Caller.loggedIn(gateway, "halves", PASSWORD)) {
            String[] token = {"X-XSRF-TOKEN", halves.csrfToken()};
            for (String half : List.of("null", "{}", "{\"name\":\"x\"}")) {
                String body = "{\"items\":[%s]}".formatted(half);
                assertThat(halves.call("PUT", path, body, token).statusCode()).isEqualTo(400);
            }
        }
    }

    @Test
    void passwords_are_long_and_on_no_topic() {
        assertThat(send("PUT", "users/short", "{\"roles\":[],\"password\":\"elevenchars\"}"))
                .isEqualTo(400);
        assertThat(send("PUT", "users/none", "{\"roles\":[]}")).isEqualTo(400);
        assertThat(send("PUT", "users/without", "{\"password\":\"" + PASSWORD + "\"}"))
                .isEqualTo(400);
        assertThat(send("PUT", "users/a b", "{\"roles\":[],\"password\":\"" + PASSWORD + "\"}"))
                .isEqualTo(400);
        administrator.user("wang", PASSWORD, Role.AGENT);
        assertThat(SharedBroker.text(Topics.ACCESS.name()))
                .contains("user:wang")
                .contains("{bcrypt}")
                .doesNotContain(PASSWORD, RunningGateway.PASSWORD, RunningGateway.OPS_KEY);
    }

    @Test
    void the_last_administrator_stays() {
        items("users")
                .valueStream()
                .filter(user -> user.path("roles").toString().contains("ADMINISTRATOR"))
                .map(user -> user.path("name").asString())
                .filter(name -> !name.equals(RunningGateway.USER))
                .forEach(name -> put("users/" + name, "{\"roles\":[\"AGENT\"]}"));
        assertThat(send("DELETE", "users/" + RunningGateway.USER, null)).isEqualTo(409);
        assertThat(send("PUT", "users/" + RunningGateway.USER, "{\"roles\":[\"AGENT\"]}"))
                .isEqualTo(409);
        assertThat(send("DELETE", "users/nobody", null)).isEqualTo(404);
    }

    @Test
    void a_key_is_told_once_and_revoked_at_once() {
        HttpResponse<String> made =
                put(
                        "keys/shop",
                        """
                        {"roles": ["INTEGRATION"],
                         "reach": {"brands": ["Example"], "channels": ["web-form"]}}
                        """);
        String secret = Administrator.secret(made);
        assertThat(intake(secret)).isEqualTo(200);
        assertThat(RunningGateway.identity(gateway.service.last()).reach())
                .satisfies(
                        reach -> {
                            assertThat(reach.brands()).containsExactly(new BrandName("Example"));
                            assertThat(reach.channels())
                                    .containsExactly(new ChannelName("web-form"));
                        });
        JsonNode listed = item("keys", "shop");
        assertThat(listed.path("lastUsed").asString()).isNotEmpty();
        assertThat(administrator.send("GET", "/api/access/keys", null).body())
                .doesNotContain(secret);
        assertThat(SharedBroker.text(Topics.ACCESS.name())).doesNotContain(secret);

        Administrator.done(administrator.send("DELETE", "/api/access/keys/shop", null));
        assertThat(intake(secret)).isEqualTo(401);
        assertThat(trail("key:shop"))
                .extracting(line -> (Class) line.event().getClass())
                .containsExactly(KeyCreated.class, KeyRevoked.class);
    }

    @Test
    void a_rotated_key_is_good_for_the_overlap_and_then_no_more() {
        String first = administrator.key("carrier", Role.INTEGRATION);
        String second = Administrator.secret(rotate("{\"overlap\":\"PT3S\"}"));
        assertThat(intake(first)).isEqualTo(200);
        assertThat(intake(second)).isEqualTo(200);
        assertThat(item("keys", "carrier").path("secrets")).hasSize(2);
        await().until(() -> intake(first) == 401);
        assertThat(intake(second)).isEqualTo(200);

        String third = Administrator.secret(rotate("{}"));
        assertThat(intake(second)).isEqualTo(401);
        assertThat(intake(third)).isEqualTo(200);
        assertThat(send("POST", "keys/carrier/rotate", "{\"overlap\":\"PT9999H\"}")).isEqualTo(400);
        assertThat(trail("key:carrier"))
                .extracting(RecordedAudit::event)
                .hasExactlyElementsOfTypes(KeyCreated.class, KeyRotated.class, KeyRotated.class);
    }

    @Test
    void the_trail_tells_who_came_and_who_was_turned_away_but_no_secret() {
        administrator.user("sato", PASSWORD, Role.AGENT);
        try (Caller sato = Caller.loggedIn(gateway, "sato", PASSWORD);
                Caller guesser = new Caller(gateway)) {
            sato.call("POST", "/logout", "", "X-XSRF-TOKEN", sato.csrfToken());
            guesser.call("GET", "/login", null);
            guesser.logIn("sato", "guessed password");
            guesser.logIn("typed-password-as-name", "x");
            intake("guessed key");
        }
        await().untilAsserted(
                        () ->
                                assertThat(trail("user:sato"))
                                        .extracting(RecordedAudit::event)
                                        .hasExactlyElementsOfTypes(
                                                UserCreated.class,
                                                SignedIn.class,
                                                SignedOut.class,
                                                SignInRefused.class));
        assertThat(trail("user:sato"))
                .allSatisfy(line -> assertThat(line.from()).isEqualTo(AddressKind.LOOPBACK))
                .first()
                .satisfies(
                        line ->
                                assertThat(line.by().name().value())
                                        .isEqualTo(RunningGateway.USER));
        await().untilAsserted(() -> assertThat(trail("key:unknown")).isNotEmpty());
        assertThat(trail("user:unknown")).isNotEmpty();
        assertThat(SharedBroker.text(Topics.AUDIT.name()))
                .doesNotContain("typed-password", "guessed", PASSWORD, "127.0.0.1");
    }

    @Test
    void changes_of_rights_name_what_was_before() {
        administrator.key("robot", Role.INTEGRATION);
        put("keys/robot", "{\"roles\":[\"OPERATIONS\"]}");
        AuditEvent last = trail("key:robot").getLast().event();
        assertThat(last)
                .isInstanceOfSatisfying(
                        RightsChanged.class,
                        changed -> {
                            assertThat(changed.before()).containsExactly(Role.INTEGRATION);
                            assertThat(changed.roles()).containsExactly(Role.OPERATIONS);
                        });
    }

    @Test
    void another_gateway_on_the_same_topics_knows_them_too() {
        String before = administrator.key("twice", Role.INTEGRATION);
        try (RunningGateway other = new RunningGateway();
                Caller there = new Caller(other)) {
            String[] key = {"X-API-Key", before};
            assertThat(there.call("POST", "/api/intake/complaints", "{}", key).statusCode())
                    .isEqualTo(200);
            Administrator.done(administrator.send("DELETE", "/api/access/keys/twice", null));
            await().until(
                            () ->
                                    there.call("POST", "/api/intake/complaints", "{}", key)
                                                    .statusCode()
                                            == 401);
        }
    }

    private static int approve(Caller caller) {
        return caller.call(
                        "POST",
                        "/api/complaints/c1/approve",
                        "{}",
                        "X-XSRF-TOKEN",
                        caller.csrfToken())
                .statusCode();
    }

    private static int intake(String secret) {
        return stranger.call("POST", "/api/intake/complaints", "{}", "X-API-Key", secret)
                .statusCode();
    }

    private static HttpResponse<String> rotate(String body) {
        return Administrator.done(
                administrator.send("POST", "/api/access/keys/carrier/rotate", body));
    }

    private static HttpResponse<String> put(String path, String body) {
        return Administrator.done(administrator.send("PUT", "/api/access/" + path, body));
    }

    private static int send(
            String method, String path, @org.jspecify.annotations.Nullable String body) {
        return administrator
                .send(method, "/api/access/" + path.replace(" ", "%20"), body)
                .statusCode();
    }

    private static List<String> names(String what) {
        return items(what).valueStream().map(each -> each.path("name").asString()).toList();
    }

    private static JsonNode item(String what, String name) {
        return items(what)
                .valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode items(String what) {
        return Wire.mapper()
                .readTree(administrator.send("GET", "/api/access/" + what, null).body())
                .path("items");
    }

    private static List<RecordedAudit> trail(String subject) {
        return SharedBroker.read(Topics.AUDIT).stream()
                .filter(line -> line.subject().equals(new Subject(subject)))
                .toList();
    }
}
