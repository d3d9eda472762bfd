package amends.gateway.access;

import amends.gateway.console.ContentPolicy;
import amends.gateway.limit.RateLimits;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The three ways in: open to anybody, with an API key, with a console session. Who may do what
/// stands in [Rights].
@Configuration(proxyBeanMethods = false)
class Security {

    private final Refusals refusals = new Refusals();

    @Bean
    Credentials credentials(AccessSettings settings) {
        return Credentials.read(settings.credentials());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService consoleUsers(Credentials credentials, PasswordEncoder encoder) {
        Credentials.Console console = credentials.console();
        return new InMemoryUserDetailsManager(
                User.withUsername(console.user())
                        .password(encoder.encode(console.password()))
                        .roles(Rights.AGENT)
                        .build());
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
    SecurityFilterChain open(HttpSecurity http, RateLimits limits, ContentPolicy content) {
        withoutSession(http.securityMatcher(Rights.open()), content)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new RateLimitFilter(limits), AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain withKey(
            HttpSecurity http, Credentials credentials, RateLimits limits, ContentPolicy content) {
        withoutSession(http.securityMatcher(ApiKeyFilter::hasKey), content)
                .authorizeHttpRequests(Rights::ofKnown)
                .addFilterBefore(
                        new ApiKeyFilter(new ApiKeys(credentials.apiKeys()), limits),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new RateLimitFilter(limits), AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain withSession(HttpSecurity http, RateLimits limits, ContentPolicy content) {
        common(http, content)
                .csrf(csrf -> csrf.spa())
                .authorizeHttpRequests(
                        requests -> {
                            requests.requestMatchers("/login").permitAll();
                            Rights.ofKnown(requests);
                        })
                .formLogin(
                        login ->
                                login.loginPage("/login")
                                        .successHandler(
                                                (request, response, who) ->
                                                        response.setStatus(
                                                                HttpServletResponse.SC_NO_CONTENT))
                                        .failureHandler(refusals))
                .logout(
                        logout ->
                                logout.logoutSuccessHandler(
                                        new HttpStatusReturningLogoutSuccessHandler(
                                                HttpStatus.NO_CONTENT)))
                .addFilterBefore(
                        new LoginThrottle(limits), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new RateLimitFilter(limits), AuthorizationFilter.class);
        return http.build();
    }

    private HttpSecurity withoutSession(HttpSecurity http, ContentPolicy content) {
        return common(http, content)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private HttpSecurity common(HttpSecurity http, ContentPolicy content) {
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
