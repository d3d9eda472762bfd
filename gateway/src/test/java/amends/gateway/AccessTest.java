package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;
import amends.contracts.complaint.AgentId;
import amends.contracts.identity.Identity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.util.Map;

/// The table of rights, cell by cell, through real HTTP.
class AccessTest {

    private static RunningGateway gateway;
    private static Caller agent;
    private static Caller stranger;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway("amends.gateway.limits.failure.burst=10000");
        agent = Caller.loggedIn(gateway);
        stranger = new Caller(gateway);
    }

    @AfterAll
    static void stop() {
        agent.close();
        stranger.close();
        gateway.close();
    }

    @BeforeEach
    void forget() {
        gateway.service.forget();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    METHOD, PATH,                                NONE, WRONG, INTEGRATION, OPS, SESSION, WITHOUT_TOKEN
                    GET,    /actuator/health/readiness,          200,  200,   200,         200, 200,     200
                    GET,    /actuator/prometheus,                401,  401,   403,         200, 200,     200
                    GET,    /actuator/env,                       401,  401,   403,         404, 404,     404
                    GET,    /survey/abc,                         200,  200,   200,         200, 200,     200
                    POST,   /survey/abc,                         200,  200,   200,         200, 200,     200
                    GET,    /login,                              200,  401,   200,         200, 200,     200
                    GET,    /favicon.svg,                        200,  200,   200,         200, 200,     200
                    GET,    /console/former/app.js,              404,  404,   404,         404, 404,     404
                    GET,    /,                                   302,  401,   403,         403, 200,     200
                    GET,    /api/session,                        401,  401,   200,         200, 200,     200
                    GET,    /openapi.yaml,                       401,  401,   200,         200, 200,     200
                    GET,    /asyncapi.json,                      401,  401,   200,         200, 200,     200
                    POST,   /api/intake/complaints,              401,  401,   200,         403, 200,     403
                    POST,   /api/intake/events,                  401,  401,   200,         403, 200,     403
                    POST,   /api/intake/email,                   401,  401,   200,         403, 200,     403
                    POST,   /api/intake/bulk,                    401,  401,   200,         403, 200,     403
                    GET,    /api/intake/imports/i1,              401,  401,   200,         200, 200,     200
                    GET,    /api/intake/quarantine,              401,  401,   403,         200, 200,     200
                    POST,   /api/intake/quarantine/q1/retry,     401,  401,   403,         200, 200,     403
                    GET,    /api/complaints,                     401,  401,   403,         200, 200,     200
                    GET,    /api/complaints/c1/timeline,         401,  401,   403,         200, 200,     200
                    POST,   /api/complaints/c1/reply,            401,  401,   403,         200, 200,     403
                    DELETE, /api/complaints/c1,                  401,  401,   403,         403, 403,     403
                    GET,    /api/board,                          401,  401,   403,         200, 200,     200
                    GET,    /api/board/stream,                   401,  401,   403,         200, 200,     200
                    GET,    /api/queues,                         401,  401,   403,         200, 200,     200
                    PUT,    /api/agents/sato/presence,           401,  401,   403,         200, 200,     403
                    PUT,    /api/policies/priority,              401,  401,   403,         200, 200,     403
                    GET,    /api/analytics/recurrence,           401,  401,   403,         200, 200,     200
                    GET,    /api/notifications?complaint=c1,     401,  401,   403,         200, 200,     200
                    GET,    /api/nothing,                        401,  401,   403,         404, 404,     404
                    GET,    /nothing,                            401,  401,   404,         404, 404,     404
                    """)
    void who_may_do_what(
            String method,
            String path,
            int none,
            int wrong,
            int integration,
            int ops,
            int session,
            int withoutToken) {
        String body = method.equals("GET") || method.equals("DELETE") ? null : "{}";
        String token = agent.csrfToken();
        assertThat(
                        Map.of(
                                "none", status(stranger, method, path, body),
                                "wrong",
                                        status(
                                                stranger,
                                                method,
                                                path,
                                                body,
                                                "X-API-Key",
                                                "guessed"),
                                "integration",
                                        status(
                                                stranger,
                                                method,
                                                path,
                                                body,
                                                "X-API-Key",
                                                RunningGateway.INTEGRATION_KEY),
                                "ops",
                                        status(
                                                stranger,
                                                method,
                                                path,
                                                body,
                                                "Authorization",
                                                "Bearer " + RunningGateway.OPS_KEY),
                                "session", status(agent, method, path, body, "X-XSRF-TOKEN", token),
                                "without token", status(agent, method, path, body)))
                .isEqualTo(
                        Map.of(
                                "none", none,
                                "wrong", wrong,
                                "integration", integration,
                                "ops", ops,
                                "session", session,
                                "without token", withoutToken));
    }

    private static int status(
            Caller caller, String method, String path, @Nullable String body, String... headers) {
        HttpResponse<String> answer = caller.call(method, path, body, headers);
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as("every refusal is a problem document: %s", answer.body())
                    .hasValue("application/problem+json");
        }
        return answer.statusCode();
    }

    @ParameterizedTest
    @CsvSource({"integration, INTEGRATION", "ops, OPERATIONS"})
    void tells_the_service_which_key_acts_whatever_the_outside_says(String key, Role role) {
        String path = key.equals("ops") ? "/api/complaints/c1/reply" : "/api/intake/complaints";
        stranger.call(
                "POST",
                path,
                "{}",
                "X-API-Key",
                key.equals("ops") ? RunningGateway.OPS_KEY : RunningGateway.INTEGRATION_KEY,
                "Amends-Actor",
                "agent:chief",
                "Amends-Identity",
                "of.my.own",
                "amends-anything",
                "else",
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        RecordingService.Told told = gateway.service.last();
        assertThat(RunningGateway.identity(told))
                .isEqualTo(
                        Identity.of(new Actor(Actor.Kind.INTEGRATION, new ActorName(key)), role));
        assertThat(told.headers())
                .doesNotContainKeys(
                        "amends-anything", "amends-actor", "x-api-key", "authorization", "cookie");
        assertThat(told.header("traceparent"))
                .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    @Test
    void tells_the_service_which_agent_acts_and_keeps_the_session_to_itself() {
        agent.call(
                "POST",
                "/api/complaints/c1/reply",
                "{\"text\":\"はい\"}",
                "X-XSRF-TOKEN",
                agent.csrfToken(),
                "If-Match",
                "\"7\"");

        RecordingService.Told told = gateway.service.last();
        assertThat(told.path()).isEqualTo("/complaints/c1/reply");
        assertThat(told.body()).isEqualTo("{\"text\":\"はい\"}");
        assertThat(RunningGateway.identity(told))
                .isEqualTo(
                        Identity.of(
                                Actor.agent(new AgentId("hanako")),
                                Role.AGENT,
                                Role.SUPERVISOR,
                                Role.OPERATIONS,
                                Role.ADMINISTRATOR));
        assertThat(told.header("If-Match")).isEqualTo("\"7\"");
        assertThat(told.headers()).doesNotContainKeys("cookie", "x-xsrf-token");
    }

    @Test
    void a_survey_is_answered_by_a_customer_and_its_form_arrives_whole() {
        stranger.call(
                "POST",
                "/survey/t0ken",
                "solved=false&comment=%E3%81%BE%E3%81%A0",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Amends-Actor",
                "agent:chief");

        RecordingService.Told told = gateway.service.last();
        assertThat(told.path()).isEqualTo("/survey/t0ken");
        assertThat(told.body()).isEqualTo("solved=false&comment=%E3%81%BE%E3%81%A0");
        assertThat(RunningGateway.identity(told)).isEqualTo(Identity.anybody());
        assertThat(told.headers()).doesNotContainKey("amends-actor");
    }

    @Test
    void queries_arrive_as_they_were_asked() {
        stranger.call(
                "GET",
                "/api/complaints?queue=safety&status=received&q=%E7%85%99+a%26b",
                null,
                "X-API-Key",
                RunningGateway.OPS_KEY);

        assertThat(
                        java.net.URLDecoder.decode(
                                gateway.service.last().path(),
                                java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("/complaints?queue=safety&status=received&q=煙 a&b");
    }

    @Test
    void a_wrong_password_gets_no_session() {
        try (Caller guesser = new Caller(gateway)) {
            guesser.call("GET", "/login", null);

            assertThat(guesser.logIn(RunningGateway.USER, "guessed").statusCode()).isEqualTo(401);
            assertThat(guesser.call("GET", "/api/session", null).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_strange_path_is_a_problem_too() {
        HttpResponse<String> answer =
                stranger.call(
                        "GET", "/api/complaints/a;b=c", null, "X-API-Key", RunningGateway.OPS_KEY);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void logging_out_ends_the_session() {
        try (Caller leaving = Caller.loggedIn(gateway)) {
            assertThat(
                            leaving.call("POST", "/logout", "", "X-XSRF-TOKEN", leaving.csrfToken())
                                    .statusCode())
                    .isEqualTo(204);
            assertThat(leaving.call("GET", "/api/session", null).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        try (Caller someone = new Caller(gateway)) {
            someone.call("GET", "/login", null);
            String cookie =
                    someone
                            .logIn(RunningGateway.USER, RunningGateway.PASSWORD)
                            .headers()
                            .allValues("Set-Cookie")
                            .stream()
                            .filter(value -> value.startsWith("AMENDS_SESSION="))
                            .findFirst()
                            .orElseThrow();
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
        }
    }
}
