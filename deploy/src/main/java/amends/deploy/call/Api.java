package amends.deploy.call;

import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentitySigner;
import amends.contracts.wire.Wire;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// One address of the platform, called by the same caller each time.
public final class Api implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient client;
    private final URI base;
    private final Supplier<List<String>> headers;

    private Api(HttpClient client, URI base, Supplier<List<String>> headers) {
        this.client = client;
        this.base = base;
        this.headers = headers;
    }

    /// @param headers name, value, name, value …
    public static Api at(URI base, String... headers) {
        List<String> same = List.of(headers);
        return at(base, () -> same);
    }

    /// A service behind the gateway, called as if by it.
    public static Api as(Identity who, IdentitySigner signer, URI base) {
        return at(base, () -> List.of(IdentitySigner.HEADER, signer.token(who, Instant.now())));
    }

    private static Api at(URI base, Supplier<List<String>> headers) {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build();
        return new Api(client, base, headers);
    }

    public static Api withKey(URI base, String key) {
        return at(base, "X-API-Key", key);
    }

    public JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    public JsonNode post(String path, Object body) {
        BodyPublisher bytes = BodyPublishers.ofByteArray(Wire.write(body));
        return json(send(request(path).header("Content-Type", "application/json").POST(bytes)));
    }

    public JsonNode put(String path, Object body) {
        BodyPublisher bytes = BodyPublishers.ofByteArray(Wire.write(body));
        return json(send(request(path).header("Content-Type", "application/json").PUT(bytes)));
    }

    public String postForm(String path, String form) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    /// Uploads without end in sight; the answer is read while it arrives.
    public InputStream upload(String path, String contentType, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = builder(path).header("Content-Type", contentType).POST(body).build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() >= 300) {
            try (InputStream problem = answer.body()) {
                throw refused(
                        answer.statusCode(),
                        new String(problem.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return answer.body();
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw refused(answer.statusCode(), answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new Unreachable(base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(base, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return builder(path).timeout(ANSWER);
    }

    private HttpRequest.Builder builder(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        List<String> all = headers.get();
        return all.isEmpty() ? request : request.headers(all.toArray(String[]::new));
    }

    private static JsonNode json(String body) {
        return body.isBlank() ? Wire.mapper().createObjectNode() : Wire.mapper().readTree(body);
    }

    /// Problem documents speak for themselves.
    private static Refused refused(int status, String body) {
        try {
            JsonNode problem = Wire.mapper().readTree(body);
            StringBuilder text = new StringBuilder(problem.path("detail").asString(body));
            problem.path("errors")
                    .forEach(
                            error ->
                                    text.append("; ")
                                            .append(error.path("pointer").asString(""))
                                            .append(' ')
                                            .append(error.path("detail").asString("")));
            return new Refused(status, status + ": " + text);
        } catch (JacksonException e) {
            return new Refused(status, status + ": " + body.strip());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
