package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.access.Reach;
import amends.contracts.access.Role;
import amends.contracts.contact.BrandName;
import amends.contracts.document.Operation;
import amends.contracts.identity.Right;
import amends.contracts.identity.Rights;
import amends.contracts.routing.QueueName;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every operation of the document × every role × every state of a credential, through real HTTP.
/// An operation without a line in the table of rights fails, and so does a line without one.
class RightsMatrixTest {

    private static final String PASSWORD = "a long word and another";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /// What the table names beside the operations: pages, files, metrics, and commands that not
    /// everybody who may command may give.
    private static final Set<String> NO_OPERATIONS =
            Set.of(
                    "GET /actuator/health/**",
                    "GET /actuator/**",
                    "GET /favicon.svg",
                    "GET /console/**",
                    "GET /_static/**",
                    "GET /error",
                    "GET /",
                    "POST /api/complaints/{idOrReference}/approve",
                    "POST /api/complaints/{idOrReference}/refuse-approval",
                    "POST /api/complaints/{idOrReference}/review-quality",
                    "POST /api/complaints/{idOrReference}/decide-appeal");

    private static final Map<Role, String> KEYS = new EnumMap<>(Role.class);
    private static final Map<Role, Caller> PEOPLE = new EnumMap<>(Role.class);

    private static RunningGateway gateway;
    private static Caller stranger;
    private static String otherBrand;
    private static String otherQueue;
    private static String rotated;
    private static String revoked;

    @BeforeAll
    static void makeThem() {
        gateway =
                new RunningGateway(
                        "amends.gateway.limits.failure.burst=10000",
                        "amends.gateway.limits.user.burst=10000",
                        "amends.gateway.limits.address.burst=10000",
                        "amends.gateway.limits.form.burst=10000");
        stranger = new Caller(gateway);
        try (Administrator administrator = new Administrator(gateway)) {
            for (Role role : Role.values()) {
                String name = "matrix-" + role.word();
                KEYS.put(role, administrator.key(name, role));
                administrator.user(name, PASSWORD, role);
                PEOPLE.put(role, Caller.loggedIn(gateway, name, PASSWORD));
            }
            otherBrand = limited(administrator, "matrix-brand", "\"brands\":[\"Elsewhere\"]");
            otherQueue = limited(administrator, "matrix-queue", "\"queues\":[\"elsewhere\"]");
            rotated = administrator.key("matrix-rotated", Role.values());
            administrator.send("POST", "/api/access/keys/matrix-rotated/rotate", "{}");
            revoked = administrator.key("matrix-revoked", Role.values());
            administrator.send("DELETE", "/api/access/keys/matrix-revoked", null);
        }
    }

    /// A key of every role that sees one brand or queue only.
    private static String limited(Administrator administrator, String name, String reach) {
        String roles =
                Arrays.stream(Role.values())
                        .map(role -> "\"" + role + "\"")
                        .collect(Collectors.joining(",", "[", "]"));
        String body = "{\"roles\":%s,\"reach\":{%s}}".formatted(roles, reach);
        return Administrator.secret(
                Administrator.done(administrator.send("PUT", "/api/access/keys/" + name, body)));
    }

    @AfterAll
    static void stop() {
        PEOPLE.values().forEach(Caller::close);
        stranger.close();
        gateway.close();
    }

    static List<Operation> operations() {
        return Operation.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void has_a_line_of_its_own_that_the_document_repeats(Operation operation) {
        Right line = line(operation);
        assertThat(line.roles().stream().map(Role::word).collect(Collectors.toSet()))
                .isEqualTo(operation.roles());
        assertThat(line.anybody()).isEqualTo(operation.roles().isEmpty());
    }

    @Test
    void the_table_names_nothing_else() {
        Set<String> lines = new TreeSet<>();
        Rights.shipped().lines().forEach(line -> lines.add(line.toString()));
        Set<String> expected = new TreeSet<>(NO_OPERATIONS);
        operations().forEach(operation -> expected.add(operation.toString()));
        assertThat(lines).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void lets_each_role_in_as_the_table_says(Operation operation) {
        Right line = line(operation);
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            boolean may = line.anybody() || line.roles().contains(role);
            Caller person = PEOPLE.get(role);
            check(
                    wrong,
                    role + " by key",
                    may,
                    call(stranger, operation, "X-API-Key", KEYS.get(role)));
            check(
                    wrong,
                    role + " by bearer token",
                    may,
                    call(stranger, operation, "Authorization", "Bearer " + KEYS.get(role)));
            check(
                    wrong,
                    role + " by session",
                    may,
                    call(person, operation, "X-XSRF-TOKEN", person.csrfToken()));
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void turns_away_whoever_is_not_known_or_no_more(Operation operation) {
        List<String> wrong = new ArrayList<>();
        boolean open = line(operation).anybody();
        turnedAway(wrong, "nobody", open, "Bearer realm=\"amends\"", call(stranger, operation));
        for (String secret : List.of("guessed", rotated, revoked)) {
            turnedAway(
                    wrong,
                    secret,
                    open,
                    "error=\"invalid_token\"",
                    call(stranger, operation, "X-API-Key", secret));
            turnedAway(
                    wrong,
                    secret,
                    open,
                    "error=\"invalid_token\"",
                    call(stranger, operation, "Authorization", "Bearer " + secret));
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void closes_to_another_brand_or_queue_what_is_not_told_apart_by_it(Operation operation) {
        Reach brand = new Reach(List.of(new BrandName("Elsewhere")), List.of(), List.of());
        Reach queue = new Reach(List.of(), List.of(new QueueName("elsewhere")), List.of());
        List<String> wrong = new ArrayList<>();
        checkReach(wrong, "another brand", operation, brand, otherBrand);
        checkReach(wrong, "another queue", operation, queue, otherQueue);
        assertThat(wrong).isEmpty();
    }

    private static void checkReach(
            List<String> wrong, String who, Operation operation, Reach reach, String key) {
        Optional<String> reason = line(operation).apart().refusal(reach);
        HttpResponse<String> answer = call(stranger, operation, "X-API-Key", key);
        boolean refused = answer.statusCode() == FORBIDDEN;
        boolean told = reason.filter(each -> answer.body().contains(each)).isPresent();
        if (reason.isPresent() ? !refused || !told : refused) {
            wrong.add("%s: %d %s".formatted(who, answer.statusCode(), answer.body()));
        }
    }

    @Test
    void what_a_customer_was_told_is_read_where_the_complaint_is_shown() {
        gateway.service.answer(
                "GET /complaints/theirs",
                RecordingService.status(404, "application/problem+json", "{}"));
        gateway.service.forget();
        String told = "/api/notifications?complaint=";
        for (String key : List.of(otherBrand, otherQueue)) {
            assertThat(status(told + "mine", key)).isEqualTo(200);
            assertThat(status(told + "theirs", key)).isEqualTo(404);
            assertThat(status(told + "..%2Fqueues", key)).isNotEqualTo(500);
            assertThat(status("/api/%6Eotifications?complaint=theirs", key)).isEqualTo(404);
            assertThat(status("/api/analytics/known-issues?complaint=theirs", key)).isEqualTo(404);
            assertThat(stranger.call("HEAD", told + "theirs", null, "X-API-Key", key).statusCode())
                    .isEqualTo(404);
        }
        assertThat(status(told + "theirs", KEYS.get(Role.AGENT))).isEqualTo(200);
        assertThat(gateway.service.told())
                .filteredOn(each -> each.path().equals("/notifications?complaint=theirs"))
                .as("only whoever sees everything came through")
                .hasSize(1);
    }

    private static int status(String path, String key) {
        return stranger.call("GET", path, null, "X-API-Key", key).statusCode();
    }

    @Test
    void a_path_that_is_written_otherwise_is_not_another_path() {
        for (String path : List.of("/api/complaints/c1/approve", "/api/complaints/c1/%61pprove")) {
            String[] agent = {"X-API-Key", KEYS.get(Role.AGENT)};
            String[] supervisor = {"X-API-Key", KEYS.get(Role.SUPERVISOR)};
            assertThat(stranger.call("POST", path, "{}", agent).statusCode())
                    .as(path)
                    .isEqualTo(FORBIDDEN);
            assertThat(stranger.call("POST", path, "{}", supervisor).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    private static Right line(Operation operation) {
        return Rights.shipped().lines().stream()
                .filter(line -> line.toString().equals(operation.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation + " needs a line in rights.txt"));
    }

    private static void check(
            List<String> wrong, String who, boolean may, HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean refused = status == UNAUTHORIZED || status == FORBIDDEN;
        boolean told =
                answer.headers()
                        .firstValue("WWW-Authenticate")
                        .filter(value -> value.contains("error=\"insufficient_scope\""))
                        .isPresent();
        if (may ? refused || status >= 500 : status != FORBIDDEN || !told) {
            wrong.add("%s: %d %s".formatted(who, status, answer.body()));
        }
    }

    private static void turnedAway(
            List<String> wrong,
            String who,
            boolean open,
            String challenge,
            HttpResponse<String> answer) {
        boolean told =
                answer.headers()
                        .firstValue("WWW-Authenticate")
                        .filter(value -> value.contains(challenge))
                        .isPresent();
        if (open != (answer.statusCode() == 200)
                || !open && (answer.statusCode() != UNAUTHORIZED || !told)) {
            wrong.add("%s: %d %s".formatted(who, answer.statusCode(), answer.body()));
        }
    }

    private static HttpResponse<String> call(
            Caller caller, Operation operation, String... headers) {
        return caller.call(
                operation.method(),
                operation.path().replaceAll("\\{\\w+}", "x1"),
                Set.of("GET", "DELETE").contains(operation.method()) ? null : "{}",
                headers);
    }
}
