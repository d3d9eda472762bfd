package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.access.AuditEvent.SignedIn;
import amends.contracts.access.Reach;
import amends.contracts.access.RecordedAudit;
import amends.contracts.access.Role;
import amends.contracts.access.SignInWay;
import amends.contracts.access.Subject;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;
import amends.contracts.contact.BrandName;
import amends.contracts.identity.Identity;
import amends.contracts.routing.QueueName;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.provider.Provider;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// People and programs are known by a real OpenID provider.
class OpenIdTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private static Provider provider;
    private static RunningGateway gateway;
    private static Caller program;

    @BeforeAll
    static void start() throws IOException {
        int port = freePort();
        provider = new Provider(URI.create("http://127.0.0.1:" + port));
        gateway =
                new RunningGateway(
                        "server.port=" + port,
                        "amends.gateway.access.oidc.issuer=" + provider.issuer(),
                        "amends.gateway.access.oidc.client-id=" + Provider.CLIENT,
                        "amends.gateway.access.oidc.client-secret=" + Provider.SECRET,
                        "amends.gateway.access.oidc.roles.complaints-lead=supervisor");
        program = new Caller(gateway);
    }

    @AfterAll
    static void stop() {
        program.close();
        gateway.close();
        provider.close();
    }

    @Test
    void a_person_signs_in_at_the_provider_and_has_a_session_here() throws Exception {
        try (HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            HttpResponse<String> home = signIn(browser);
            assertThat(home.uri().getPath()).isEqualTo("/");
            assertThat(home.statusCode()).isEqualTo(200);

            HttpResponse<String> board = get(browser, gateway.uri("/api/board"));
            assertThat(board.statusCode()).isEqualTo(200);
            assertThat(RunningGateway.identity(gateway.service.last()))
                    .isEqualTo(
                            new Identity(
                                    new Actor(Actor.Kind.AGENT, new ActorName(Provider.PERSON)),
                                    new TreeSet<>(Set.of(Role.SUPERVISOR)),
                                    new Reach(
                                            List.of(new BrandName(Provider.BRAND)),
                                            List.of(new QueueName(Provider.QUEUE)),
                                            List.of())));
            assertThat(get(browser, gateway.uri("/api/access/users")).statusCode()).isEqualTo(403);
        }
        await().untilAsserted(
                        () ->
                                assertThat(SharedBroker.read(Topics.AUDIT))
                                        .filteredOn(
                                                line ->
                                                        line.subject()
                                                                .equals(
                                                                        Subject.user(
                                                                                Provider.PERSON)))
                                        .extracting(RecordedAudit::event)
                                        .contains(new SignedIn(SignInWay.OPEN_ID)));
    }

    @Test
    void the_login_page_leads_to_the_provider_when_there_is_one() {
        assertThat(program.call("GET", "/login", null).body())
                .contains("href=\"/oauth2/authorization/oidc\"");
        try (RunningGateway alone = new RunningGateway();
                Caller there = new Caller(alone)) {
            assertThat(there.call("GET", "/login", null).body()).doesNotContain("oauth2");
        }
    }

    @Test
    void a_program_shows_a_token_that_it_got_from_the_provider() throws Exception {
        String token = fetchedToken();
        assertThat(intake(token).statusCode()).isEqualTo(200);
        assertThat(RunningGateway.identity(gateway.service.last()))
                .isEqualTo(
                        Identity.of(
                                new Actor(Actor.Kind.INTEGRATION, new ActorName(Provider.PROGRAM)),
                                Role.INTEGRATION));
        HttpResponse<String> board =
                program.call("GET", "/api/board", null, "Authorization", "Bearer " + token);
        assertThat(board.statusCode()).isEqualTo(403);
        assertThat(challenge(board)).contains("insufficient_scope");
    }

    @Test
    void whoever_is_called_like_somebody_of_ours_is_somebody_else() throws Exception {
        try (Administrator administrator = new Administrator(gateway);
                HttpClient browser =
                        HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            administrator.user(Provider.PERSON, "a long word and another", Role.AGENT);
            administrator.key(Provider.PROGRAM, Role.INTEGRATION);
            try {
                signIn(browser);
                assertThat(get(browser, gateway.uri("/api/board")).statusCode()).isEqualTo(200);
                assertThat(actor()).isEqualTo(Provider.PERSON + "@127.0.0.1");
                intake(provider.token(Provider.CLIENT, Instant.now().plusSeconds(300)));
                assertThat(actor()).isEqualTo(Provider.PROGRAM + "@127.0.0.1");
            } finally {
                administrator.send("DELETE", "/api/access/users/" + Provider.PERSON, null);
                administrator.send("DELETE", "/api/access/keys/" + Provider.PROGRAM, null);
            }
        }
    }

    @Test
    void views_of_a_guest_do_not_pass_to_a_user_of_that_name() throws Exception {
        CookieManager cookies = new CookieManager();
        URI views = gateway.uri("/api/session/views");
        String kept = "{\"items\":[{\"name\":\"Mine\",\"address\":\"#/board\"}]}";
        try (Administrator administrator = new Administrator(gateway);
                HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            signIn(browser);
            String token =
                    cookies.getCookieStore().getCookies().stream()
                            .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                            .map(HttpCookie::getValue)
                            .findFirst()
                            .orElseThrow();
            HttpRequest keep =
                    HttpRequest.newBuilder(views)
                            .header("Content-Type", "application/json")
                            .header("X-XSRF-TOKEN", token)
                            .PUT(BodyPublishers.ofString(kept))
                            .build();
            assertThat(browser.send(keep, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            assertThat(read(browser, views)).isEqualTo(kept);
            administrator.user(Provider.PERSON, "a long word and another", Role.AGENT);
            try (Caller namesake =
                    Caller.loggedIn(gateway, Provider.PERSON, "a long word and another")) {
                assertThat(namesake.call("GET", "/api/session/views", null).body())
                        .isEqualTo("{\"items\":[]}");
            } finally {
                administrator.send("DELETE", "/api/access/users/" + Provider.PERSON, null);
            }
            assertThat(read(browser, views)).isEqualTo(kept);
        }
    }

    private static String read(HttpClient browser, URI uri) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Accept", "application/json").build();
        return browser.send(request, BodyHandlers.ofString()).body();
    }

    private static String actor() {
        return RunningGateway.identity(gateway.service.last()).actor().name().value();
    }

    @Test
    void tokens_that_are_over_forged_or_for_others_are_refused() {
        Instant later = Instant.now().plusSeconds(300);
        assertThat(intake(provider.token(Provider.CLIENT, later)).statusCode()).isEqualTo(200);
        for (String bad :
                List.of(
                        provider.token(Provider.CLIENT, Instant.now().minusSeconds(120)),
                        provider.token("somebody-else", later),
                        provider.forged(Provider.CLIENT, later),
                        "not.a.token")) {
            HttpResponse<String> answer = intake(bad);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(challenge(answer)).contains("error=\"invalid_token\"");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
        }
    }

    @Test
    void keys_are_still_known_beside_it() {
        assertThat(intake(RunningGateway.INTEGRATION_KEY).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> intake(String token) {
        return program.call(
                "POST", "/api/intake/complaints", "{}", "Authorization", "Bearer " + token);
    }

    private static String challenge(HttpResponse<String> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElse("");
    }

    private static HttpResponse<String> signIn(HttpClient browser) throws Exception {
        HttpResponse<String> form = get(browser, gateway.uri("/oauth2/authorization/oidc"));
        Matcher csrf = CSRF.matcher(form.body());
        assertThat(csrf.find()).as(form.uri() + " " + form.body()).isTrue();
        return follow(
                browser,
                HttpRequest.newBuilder(form.uri())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(
                                BodyPublishers.ofString(
                                        "username=%s&password=%s&_csrf=%s"
                                                .formatted(
                                                        Provider.PERSON,
                                                        encoded(Provider.PASSWORD),
                                                        encoded(csrf.group(1)))))
                        .build());
    }

    private static HttpResponse<String> get(HttpClient browser, URI uri) throws Exception {
        return follow(browser, HttpRequest.newBuilder(uri).header("Accept", "text/html").build());
    }

    private static HttpResponse<String> follow(HttpClient browser, HttpRequest request)
            throws Exception {
        HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
        for (int hops = 0; answer.statusCode() / 100 == 3 && hops < 10; hops++) {
            URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer =
                    browser.send(
                            HttpRequest.newBuilder(next).header("Accept", "text/html").build(),
                            BodyHandlers.ofString());
        }
        return answer;
    }

    private static String fetchedToken() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String client = Provider.PROGRAM + ":" + Provider.PROGRAM_SECRET;
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(provider.issuer() + "/oauth2/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header(
                                    "Authorization",
                                    "Basic "
                                            + Base64.getEncoder()
                                                    .encodeToString(
                                                            client.getBytes(
                                                                    StandardCharsets.UTF_8)))
                            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                            .build();
            String answer = http.send(request, BodyHandlers.ofString()).body();
            return Wire.mapper().readTree(answer).path("access_token").asString();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
