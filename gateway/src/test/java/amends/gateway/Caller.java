package amends.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

/// Somebody in front of the gateway, with or without a session.
final class Caller implements AutoCloseable {

    final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final RunningGateway gateway;

    Caller(RunningGateway gateway) {
        this.gateway = gateway;
    }

    /// Logs in as the console does.
    static Caller loggedIn(RunningGateway gateway) {
        return loggedIn(gateway, RunningGateway.USER, RunningGateway.PASSWORD);
    }

    static Caller loggedIn(RunningGateway gateway, String user, String password) {
        Caller caller = new Caller(gateway);
        caller.call("GET", "/login", null);
        HttpResponse<String> answer = caller.logIn(user, password);
        if (answer.statusCode() != 204) {
            throw new AssertionError("Log-in failed: " + answer.body());
        }
        caller.call("GET", "/api/session", null);
        return caller;
    }

    HttpResponse<String> logIn(String user, String password) {
        String form = "username=" + user + "&password=" + password.replace(' ', '+');
        return call(
                "POST",
                "/login",
                form,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-XSRF-TOKEN",
                csrfToken());
    }

    String csrfToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    HttpResponse<String> call(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String body,
            String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.uri(path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (Arrays.stream(headers).noneMatch("Content-Type"::equals) && body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
