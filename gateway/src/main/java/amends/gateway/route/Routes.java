package amends.gateway.route;

import amends.gateway.limit.LimitSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

import java.util.List;

/// All routes. The first line that fits a path decides; who may use it stands in `Rights`.
@Configuration(proxyBeanMethods = false)
class Routes {

    static List<Route> table(UpstreamSettings to, LimitSettings limits) {
        var single = limits.single();
        return List.of(
                new Route("bulk", "/api/intake/bulk", to.intake(), 2, limits.bulk(), Manner.BULK),
                new Route("intake", "/api/intake/**", to.intake(), 2, single, Manner.CALL),
                new Route("analytics", "/api/analytics/**", to.analytics(), 1, single, Manner.CALL),
                new Route(
                        "notifications",
                        "/api/notifications/**",
                        to.notification(),
                        1,
                        single,
                        Manner.CALL),
                new Route(
                        "templates",
                        "/api/notification-templates/**",
                        to.notification(),
                        1,
                        single,
                        Manner.CALL),
                new Route(
                        "survey",
                        "/survey/{token}",
                        to.notification(),
                        0,
                        limits.survey(),
                        Manner.CALL),
                new Route(
                        "board-stream",
                        "/api/board/stream",
                        to.workflow(),
                        1,
                        single,
                        Manner.STREAM),
                new Route("board", "/api/board/**", to.workflow(), 1, single, Manner.CALL),
                new Route(
                        "complaints", "/api/complaints/**", to.workflow(), 1, single, Manner.CALL),
                new Route("queues", "/api/queues/**", to.workflow(), 1, single, Manner.CALL),
                new Route("agents", "/api/agents/**", to.workflow(), 1, single, Manner.CALL),
                new Route("policies", "/api/policies/**", to.workflow(), 1, single, Manner.CALL));
    }

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(
            UpstreamSettings upstream, LimitSettings limits, ToldWithinReach told) {
        return table(upstream, limits).stream()
                .map(Route::function)
                .reduce(RouterFunction::and)
                .orElseThrow()
                .filter(told);
    }
}
