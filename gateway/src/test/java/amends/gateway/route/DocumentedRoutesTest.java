package amends.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import amends.gateway.limit.LimitSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.util.pattern.PathPatternParser;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The paths of the OpenAPI document lead where it says, and no route is left out.
class DocumentedRoutesTest {

    private static final List<Route> TABLE = table();

    /// Each service has its name as its address.
    private static List<Route> table() {
        MockEnvironment environment = new MockEnvironment();
        Stream.of("intake", "workflow", "analytics", "notification")
                .forEach(each -> environment.setProperty("amends.gateway.upstream." + each, each));
        Binder settings = Binder.get(environment);
        return Routes.table(
                settings.bindOrCreate("amends.gateway.upstream", UpstreamSettings.class),
                settings.bindOrCreate("amends.gateway.limits", LimitSettings.class));
    }

    static Stream<Map.Entry<String, JsonNode>> paths() throws IOException {
        return new YAMLMapper()
                .readTree(new ClassPathResource("document/openapi.yaml").getContentAsByteArray())
                .path("paths")
                .propertyStream()
                .filter(path -> path.getValue().has("x-service"))
                .filter(path -> !path.getValue().path("x-service").asString().equals("gateway"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void eachPathLeadsWhereItSays(Map.Entry<String, JsonNode> path) {
        Route route = route(path.getKey()).orElseThrow();
        assertThat(route.service())
                .isEqualTo(URI.create(path.getValue().path("x-service").asString()));
        assertThat(
                        Stream.of(path.getKey().split("/"))
                                .skip(1L + route.strip())
                                .map(part -> "/" + part)
                                .collect(Collectors.joining()))
                .isEqualTo(path.getValue().path("x-service-path").asString());
    }

    @Test
    void eachRouteIsDescribed() throws IOException {
        assertThat(paths().map(path -> route(path.getKey()).orElseThrow().name()).distinct())
                .containsExactlyInAnyOrderElementsOf(TABLE.stream().map(Route::name).toList());
    }

    private static Optional<Route> route(String path) {
        return TABLE.stream()
                .filter(
                        route ->
                                PathPatternParser.defaultInstance
                                        .parse(route.path())
                                        .matches(PathContainer.parsePath(path)))
                .findFirst();
    }
}
