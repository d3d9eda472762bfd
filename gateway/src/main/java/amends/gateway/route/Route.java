package amends.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.stripPrefix;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;

import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import java.net.URI;
import java.util.Objects;

/// One line of the table of routes.
///
/// @param path the paths outside, as a pattern
/// @param strip how many leading parts of the path the service does not see
/// @param largest largest body
record Route(String name, String path, URI service, int strip, DataSize largest, Manner manner) {

    private static final String ATTRIBUTE = Route.class.getName();

    RouterFunction<ServerResponse> function() {
        return GatewayRouterFunctions.route(name)
                .route(RequestPredicates.path(path), HandlerFunctions.http())
                .before(uri(service))
                .before(stripPrefix(strip))
                .before(
                        request -> {
                            request.attributes().put(ATTRIBUTE, this);
                            return request;
                        })
                .build();
    }

    static Route of(ServerRequest request) {
        return (Route)
                Objects.requireNonNull(
                        request.attributes().get(ATTRIBUTE), "every route names itself");
    }
}
