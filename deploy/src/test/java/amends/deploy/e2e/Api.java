package amends.deploy.e2e;

import amends.contracts.wire.Wire;
import amends.deploy.local.LocalPlatform;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The platform's public API, used as an outsider uses it: through the gateway, with a key, signed
/// in, or as anybody.
record Api(URI door, String key, CookieManager cookies, HttpClient client) {

    record Answer(int status, String body) {

        JsonNode json() {
            return Wire.mapper().readTree(body);
        }

        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError(
                        "Expected " + expected + " but got " + status + ": " + body);
            }
            return this;
        }
    }

    static Api withKey(URI door, String key) {
        CookieManager cookies = new CookieManager();
        return new Api(
                door,
                key,
                cookies,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(cookies)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build());
    }

    static Api anybody(URI door) {
        return withKey(door, "");
    }

    /// As the agent who uses the console.
    static Api signedIn(LocalPlatform platform) {
        Api agent = anybody(platform.gateway());
        agent.get("/login").expect(200);
        String form =
                "username=%s&password=%s"
                        .formatted(
                                encoded(platform.credentials().console().user()),
                                encoded(platform.credentials().console().password()));
        agent.post(
                        "/login",
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofString(form),
                        Duration.ofSeconds(20))
                .expect(204);
        agent.get("/api/session").expect(200);
        return agent;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Wire.write(body))));
    }

    Answer put(String path, Object body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(Wire.write(body))));
    }

    Answer post(String path, String contentType, BodyPublisher body, Duration patience) {
        return send(request(path).timeout(patience).header("Content-Type", contentType).POST(body));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(door.resolve(path)).timeout(Duration.ofSeconds(30));
        if (!key.isEmpty()) {
            request.header("X-API-Key", key);
        }
        cookies.getCookieStore().get(door).stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.setHeader("X-XSRF-TOKEN", token));
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }
}
