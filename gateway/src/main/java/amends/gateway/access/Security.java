package amends.gateway.access;

import amends.contracts.access.SignInWay;
import amends.gateway.console.ContentPolicy;
import amends.gateway.directory.Directory;
import amends.gateway.directory.KeyUses;
import amends.gateway.limit.RateLimits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import java.time.InstantSource;

/// The ways in: open to anybody, with a provider's token, with an API key, with a console session.
/// Who may do what stands in the table of rights, `rights.txt`.
@Configuration(proxyBeanMethods = false)
class Security {

    private final Door door;
    private final Callers callers;
    private final RateLimits limits;
    private final ContentPolicy content;
    private final SignInTrail trail;
    private final Refusals refusals;

    Security(
            Door door,
            Callers callers,
            RateLimits limits,
            ContentPolicy content,
            SignInTrail trail) {
        this.callers = callers;
        this.door = door;
        this.limits = limits;
        this.content = content;
        this.trail = trail;
        this.refusals = new Refusals(trail);
    }

    @Bean
    RequestRejectedHandler strangePaths() {
        return refusals;
    }

    /// Watching each filter of each chain would cost more than the filters.
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain open(HttpSecurity http) {
        withoutSession(http.securityMatcher(door::isOpen))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // the policy of each page says who may show it within his own
                .headers(headers -> headers.frameOptions(frame -> frame.disable()))
                .addFilterBefore(new RateLimitFilter(limits), AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    @Order(2)
    @ConditionalOnExpression(OidcSecurity.CONNECTED)
    SecurityFilterChain withToken(HttpSecurity http, JwtDecoder tokens) {
        TokenRefusals bad = new TokenRefusals(limits, trail);
        withoutSession(http.securityMatcher(ApiKeyFilter::hasToken))
                .oauth2ResourceServer(
                        server ->
                                server.jwt(jwt -> jwt.decoder(tokens))
                                        .authenticationEntryPoint(bad)
                                        .accessDeniedHandler(refusals))
                .authorizeHttpRequests(this::forPrograms)
                .addFilterBefore(new RateLimitFilter(limits), AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain withKey(
            HttpSecurity http, Directory directory, KeyUses uses, InstantSource clock) {
        withoutSession(http.securityMatcher(ApiKeyFilter::hasKey))
                .authorizeHttpRequests(this::forPrograms)
                .addFilterBefore(
                        new ApiKeyFilter(directory, uses, limits, trail, clock),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new RateLimitFilter(limits), AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain withSession(
            HttpSecurity http, ObjectProvider<ClientRegistrationRepository> provider) {
        provider.ifAvailable(there -> http.oauth2Login(this::byProvider));
        common(http)
                .csrf(csrf -> csrf.spa())
                .authorizeHttpRequests(
                        requests -> {
                            requests.requestMatchers("/login").permitAll();
                            requests.anyRequest().access(door);
                        })
                .formLogin(
                        login ->
                                login.loginPage("/login")
                                        .successHandler(this::welcome)
                                        .failureHandler(refusals))
                .logout(
                        logout ->
                                logout.addLogoutHandler(this::goodbye)
                                        .logoutSuccessHandler(
                                                new HttpStatusReturningLogoutSuccessHandler(
                                                        HttpStatus.NO_CONTENT)))
                .addFilterBefore(
                        new LoginThrottle(limits), OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterBefore(new EndedSessions(callers), AuthorizationFilter.class)
                .addFilterBefore(new RateLimitFilter(limits), AuthorizationFilter.class);
        return http.build();
    }

    /// The console is for people.
    private void forPrograms(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers("/").denyAll();
        requests.anyRequest().access(door);
    }

    private void byProvider(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage("/login")
                .successHandler(
                        (request, response, who) -> {
                            LoginThrottle.succeeded(request);
                            callers.identity(who)
                                    .ifPresent(
                                            known ->
                                                    trail.signedIn(
                                                            known.actor().name().value(),
                                                            SignInWay.OPEN_ID,
                                                            request));
                            response.sendRedirect("/");
                        })
                .failureHandler(
                        (request, response, why) -> {
                            trail.refused(SignInWay.OPEN_ID, request);
                            response.sendRedirect("/login?refused");
                        });
    }

    private void welcome(
            HttpServletRequest request, HttpServletResponse response, Authentication who) {
        LoginThrottle.succeeded(request);
        trail.signedIn(who.getName(), SignInWay.PASSWORD, request);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void goodbye(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication who) {
        if (who != null) {
            trail.signedOut(who.getName(), request);
        }
    }

    private HttpSecurity withoutSession(HttpSecurity http) {
        return common(http)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private HttpSecurity common(HttpSecurity http) {
        return http.requestCache(AbstractHttpConfigurer::disable)
                .headers(
                        headers ->
                                headers.addHeaderWriter(content)
                                        .referrerPolicy(
                                                referrer ->
                                                        referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                                        .permissionsPolicyHeader(
                                                permissions ->
                                                        permissions.policy(
                                                                "camera=(), geolocation=(),"
                                                                    + " microphone=(), payment=(),"
                                                                    + " usb=()")))
                .exceptionHandling(
                        wrong ->
                                wrong.authenticationEntryPoint(refusals)
                                        .accessDeniedHandler(refusals));
    }
}
