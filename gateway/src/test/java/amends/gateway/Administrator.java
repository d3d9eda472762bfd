package amends.gateway;

import amends.contracts.access.Role;
import amends.contracts.wire.Wire;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The user of the first start, who makes users and keys.
final class Administrator implements AutoCloseable {

    private final Caller caller;

    Administrator(RunningGateway gateway) {
        this.caller = Caller.loggedIn(gateway);
    }

    HttpResponse<String> send(String method, String path, @Nullable String body) {
        return caller.call(method, path, body, "X-XSRF-TOKEN", caller.csrfToken());
    }

    /// Makes a key and returns its secret.
    String key(String name, Role... roles) {
        return secret(
                done(send("PUT", "/api/access/keys/" + name, "{\"roles\":" + json(roles) + "}")));
    }

    void user(String name, String password, Role... roles) {
        done(
                send(
                        "PUT",
                        "/api/access/users/" + name,
                        "{\"roles\":" + json(roles) + ",\"password\":\"" + password + "\"}"));
    }

    static String secret(HttpResponse<String> answer) {
        return Wire.mapper().readTree(answer.body()).path("secret").asString();
    }

    static HttpResponse<String> done(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static String json(Role... roles) {
        return Arrays.stream(roles)
                .map(role -> "\"" + role + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public void close() {
        caller.close();
    }
}
