package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What browsers are told about the answers.
class ContentPolicyTest {

    private static final String CSP = "Content-Security-Policy";

    private static RunningGateway gateway;
    private static Caller agent;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway();
        agent = Caller.loggedIn(gateway);
    }

    @AfterAll
    static void stop() {
        agent.close();
        gateway.close();
    }

    @Test
    void the_console_allows_its_own_scripts_and_exactly_this_import_map() throws Exception {
        HttpResponse<String> page = agent.call("GET", "/", null);
        Matcher map =
                Pattern.compile("<script type=\"importmap\">(.*)</script>").matcher(page.body());
        assertThat(map.find()).isTrue();
        String hash =
                Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(map.group(1).getBytes(StandardCharsets.UTF_8)));

        String policy = page.headers().firstValue(CSP).orElseThrow();
        assertThat(policy)
                .contains("script-src 'self' 'sha256-" + hash + "'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void everything_named_in_the_import_map_is_there() {
        String page = agent.call("GET", "/", null).body();
        Matcher target = Pattern.compile("\"(/_static/[^\"]+\\.js)\"").matcher(page);
        int found = 0;
        while (target.find()) {
            HttpResponse<String> file = agent.call("GET", target.group(1), null);
            assertThat(file.statusCode()).as(target.group(1)).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable");
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(5);
    }

    @Test
    void what_a_customer_sent_runs_nothing_in_the_console() {
        gateway.service.answer(
                "GET /complaints/c1/contacts/k1/original",
                RecordingService.status(200, "text/html", "<script>alert(1)</script>"));

        HttpResponse<String> original =
                agent.call("GET", "/api/complaints/c1/contacts/k1/original", null);

        assertThat(original.headers().firstValue(CSP).orElseThrow())
                .contains("default-src 'none'")
                .contains("sandbox");
        assertThat(original.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void the_survey_page_keeps_the_policy_it_brings() {
        gateway.service.answer(
                "GET /survey/t1",
                exchange -> {
                    exchange.getResponseHeaders()
                            .set(CSP, "default-src 'none'; style-src 'sha256-abc'");
                    RecordingService.status(200, "text/html", "<p>ok</p>").to(exchange);
                });

        assertThat(agent.call("GET", "/survey/t1", null).headers().allValues(CSP))
                .containsExactly("default-src 'none'; style-src 'sha256-abc'");
    }

    @Test
    void the_form_may_be_shown_within_the_pages_that_its_policy_names() {
        String policy = "default-src 'none'; frame-ancestors https://shop.example";
        gateway.service.answer(
                "GET /form",
                exchange -> {
                    exchange.getResponseHeaders().set(CSP, policy);
                    RecordingService.status(200, "text/html", "<p>ok</p>").to(exchange);
                });

        HttpResponse<String> form = agent.call("GET", "/api/intake/form", null);

        assertThat(form.headers().allValues(CSP)).containsExactly(policy);
        assertThat(form.headers().firstValue("X-Frame-Options")).isEmpty();
    }

    @Test
    void a_page_names_all_that_its_first_screen_needs_and_browsers_keep_it_for_good() {
        String page = agent.call("GET", "/", null).body();
        List<String> files =
                Pattern.compile("href=\"(/console/[^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(each -> each.group(1))
                        .toList();

        assertThat(files)
                .doesNotHaveDuplicates()
                .anyMatch(file -> file.endsWith("/board/list.js"))
                .anyMatch(file -> file.endsWith("/board/board.css"))
                .noneMatch(file -> file.contains("/insight/"));
        assertThat(files)
                .allSatisfy(
                        file -> {
                            HttpResponse<String> answer = agent.call("GET", file, null);
                            assertThat(answer.statusCode()).isEqualTo(200);
                            assertThat(answer.headers().firstValue("Cache-Control"))
                                    .hasValue("max-age=31536000, immutable");
                        });
    }
}
