package amends.gateway.access;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/// Who may do what, from top to bottom: the first line that fits decides, and what no line allows
/// is forbidden.
///
/// | path | agent (console session) | key `ops` | key `integration` | anybody |
/// |---|---|---|---|---|
/// | `/actuator/health/**`, `/survey/**`, login page and static files | yes | yes | yes | yes |
/// | `/actuator/**` (metrics) | | yes | | |
/// | `/api/session` | yes | yes | yes | |
/// | the documents, `/openapi.yaml`, `/asyncapi.yaml`, and the same in JSON | yes | yes | yes | |
/// | `/api/intake/quarantine/**` | yes | yes | | |
/// | `/api/intake/operations/**` | yes | yes | | |
/// | `POST /api/intake/**` | yes | | yes | |
/// | `GET /api/intake/imports/**` | yes | yes | yes | |
/// | `GET /api/**` | yes | yes | | |
/// | `POST`, `PUT /api/**` (commands, presence, policies) | yes | yes | | |
/// | other methods of `/api/**` | | | | |
/// | the console itself | yes | | | |
final class Rights {

    static final String AGENT = "agent";
    private static final String OPS = "ops";
    private static final String INTEGRATION = "integration";

    private Rights() {}

    static void ofKnown(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers("/actuator/**").hasRole(OPS);
        requests.requestMatchers("/api/session").hasAnyRole(AGENT, OPS, INTEGRATION);
        requests.requestMatchers("/openapi.*", "/asyncapi.*").hasAnyRole(AGENT, OPS, INTEGRATION);
        requests.requestMatchers("/api/intake/quarantine/**").hasAnyRole(AGENT, OPS);
        requests.requestMatchers("/api/intake/operations/**").hasAnyRole(AGENT, OPS);
        requests.requestMatchers(HttpMethod.POST, "/api/intake/**").hasAnyRole(AGENT, INTEGRATION);
        requests.requestMatchers(HttpMethod.GET, "/api/intake/imports/**")
                .hasAnyRole(AGENT, OPS, INTEGRATION);
        requests.requestMatchers(HttpMethod.GET, "/api/**").hasAnyRole(AGENT, OPS);
        requests.requestMatchers(HttpMethod.POST, "/api/**").hasAnyRole(AGENT, OPS);
        requests.requestMatchers(HttpMethod.PUT, "/api/**").hasAnyRole(AGENT, OPS);
        requests.requestMatchers("/api/**").denyAll();
        requests.requestMatchers("/").hasRole(AGENT);
        // leads to nothing but "not found"
        requests.anyRequest().authenticated();
    }

    /// What is open to anybody.
    static String[] open() {
        return new String[] {
            "/actuator/health/**",
            "/survey/**",
            "/favicon.svg",
            "/console/**",
            "/_static/**",
            "/error"
        };
    }
}
