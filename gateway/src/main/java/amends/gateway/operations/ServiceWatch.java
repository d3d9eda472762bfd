package amends.gateway.operations;

import amends.gateway.route.Upstreams;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Asks all services at the same time how they feel. It has its own connections: when those for
/// calls are used up, this is just what one wants to know.
@Component
final class ServiceWatch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Upstreams upstreams;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    ServiceWatch(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    List<ServiceHealth> look() {
        List<CompletableFuture<ServiceHealth>> asked = new ArrayList<>();
        upstreams.byName().forEach((name, at) -> asked.add(health(name, at)));
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<ServiceHealth> health(String service, URI at) {
        CompletableFuture<@Nullable JsonNode> health = ask(at, "health");
        CompletableFuture<@Nullable JsonNode> uptime = ask(at, "metrics/process.uptime");
        CompletableFuture<@Nullable JsonNode> timers = ask(at, "metrics/amends.timer.lateness");
        return CompletableFuture.allOf(health, uptime, timers)
                .thenApply(
                        _ -> {
                            JsonNode told = health.join();
                            return told == null
                                    ? ServiceHealth.unreachable(service)
                                    : ServiceHealth.of(service, told, uptime.join(), timers.join());
                        });
    }

    private CompletableFuture<@Nullable JsonNode> ask(URI service, String what) {
        HttpRequest question =
                HttpRequest.newBuilder(service.resolve("/actuator/" + what))
                        .timeout(PATIENCE)
                        .build();
        return http.sendAsync(question, BodyHandlers.ofByteArray())
                .<@Nullable JsonNode>thenApply(ServiceWatch::told)
                .exceptionally(_ -> null);
    }

    /// A service that is down says so with 503, and tells why.
    private static @Nullable JsonNode told(HttpResponse<byte[]> answer) {
        boolean tells = answer.statusCode() == 200 || answer.statusCode() == 503;
        try {
            JsonNode json = tells ? JSON.readTree(answer.body()) : null;
            return json != null && json.isObject() ? json : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
