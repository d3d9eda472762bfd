package amends.gateway.route;

import amends.contracts.identity.RequestPath;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lets nobody in the gateway read a form on its way to a service: looking for a parameter would
/// consume the body. What the gateway itself handles, the log-in, keeps its form.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class QueryOnlyParameters extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = RequestPath.of(request);
        return !path.startsWith("/api/") && !path.startsWith("/survey/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new QueryOnly(request), response);
    }

    private static final class QueryOnly extends HttpServletRequestWrapper {

        private final MultiValueMap<String, String> query;

        QueryOnly(HttpServletRequest request) {
            super(request);
            this.query =
                    MvcUtils.decodeQueryString(request.getQueryString(), StandardCharsets.UTF_8);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return query.getFirst(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> parameters = new LinkedHashMap<>();
            query.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(query.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return getParameterMap().get(name);
        }
    }
}
