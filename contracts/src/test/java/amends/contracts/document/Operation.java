package amends.contracts.document;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// One operation of the OpenAPI document.
///
/// @param path outside
/// @param service who answers it; the gateway itself when none is named
/// @param pathThere as the service sees it
/// @param roles who may, by what it says; nobody named: anybody
public record Operation(
        String method, String path, String service, String pathThere, Set<String> roles) {

    private static final Path DOCUMENT =
            Path.of("../gateway/src/main/resources/document/openapi.yaml");
    static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "options");
    private static final String GATEWAY = "gateway";

    public static List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        Yaml.read(DOCUMENT)
                .path("paths")
                .propertyStream()
                .forEach(
                        path ->
                                path.getValue()
                                        .propertyStream()
                                        .filter(each -> METHODS.contains(each.getKey()))
                                        .map(
                                                each ->
                                                        of(
                                                                path.getKey(),
                                                                path.getValue(),
                                                                each.getKey(),
                                                                each.getValue()))
                                        .forEach(all::add));
        return all;
    }

    public static List<Operation> of(String service) {
        return all().stream().filter(each -> each.service().equals(service)).toList();
    }

    private static Operation of(String path, JsonNode place, String method, JsonNode described) {
        Set<String> roles = new TreeSet<>();
        for (JsonNode way : described.path("security").values()) {
            way.properties()
                    .forEach(each -> each.getValue().forEach(role -> roles.add(role.asString())));
        }
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                place.path("x-service").asString(GATEWAY),
                place.path("x-service-path").asString(path),
                roles);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
