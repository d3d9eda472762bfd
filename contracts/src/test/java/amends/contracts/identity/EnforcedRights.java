package amends.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.document.Operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A running service goes by the table of rights: each of its operations is called by each role, by
/// nobody, and by somebody who signed for himself. Those who may are tried where nothing is changed
/// by it.
public final class EnforcedRights {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final HttpClient http;
    private final URI base;

    private EnforcedRights(HttpClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    /// @param service its name in the OpenAPI document
    /// @param base where it listens
    public static void hold(String service, URI base) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            EnforcedRights door = new EnforcedRights(http, base);
            List<Operation> operations = Operation.of(service);
            assertThat(operations).isNotEmpty();
            operations.forEach(door::holdFor);
            assertThat(door.status("GET", "/actuator/health/liveness", null)).isEqualTo(OK);
            String known = token(Role.AGENT);
            assertThat(door.status("GET", "/nothing/here", known)).isEqualTo(NOT_FOUND);
            assertThat(door.status("GET", "/nothing/here", null)).isEqualTo(UNAUTHORIZED);
        }
    }

    private void holdFor(Operation operation) {
        Right line = Rights.shipped().of(operation.method(), operation.path()).orElseThrow();
        String path = operation.pathThere().replaceAll("\\{\\w+}", "x1");
        List<String> wrong = new ArrayList<>();
        expect(wrong, operation, "nobody", status(operation.method(), path, null), true);
        expect(wrong, operation, "forger", status(operation.method(), path, forged()), true);
        for (Role role : Role.values()) {
            if (!line.anybody() && !line.roles().contains(role)) {
                int status = status(operation.method(), path, token(role));
                if (status != FORBIDDEN) {
                    wrong.add("%s is let in: %s %d".formatted(role, operation, status));
                }
            } else if (operation.method().equals("GET")) {
                expect(wrong, operation, role, status("GET", path, token(role)), false);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void expect(
            List<String> wrong, Operation operation, Object who, int status, boolean unknown) {
        boolean refused = status == UNAUTHORIZED || status == FORBIDDEN;
        if (unknown ? status != UNAUTHORIZED : refused) {
            wrong.add("%s: %s %d".formatted(who, operation, status));
        }
    }

    private static String token(Role role) {
        return SignedIdentities.token(Identity.of(Actor.automation("test"), role));
    }

    private static String forged() {
        return new IdentitySigner((ECPrivateKey) IdentityKeys.random().getPrivate())
                .token(Identity.of(Actor.automation("forger"), Role.values()), Instant.now());
    }

    private int status(
            String method, String path, @org.jspecify.annotations.Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .header("Amends-Actor", "agent:chief")
                        .method(
                                method,
                                method.equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString("{}"));
        if (token != null) {
            request.header(IdentitySigner.HEADER, token);
        }
        try {
            HttpResponse<InputStream> answer =
                    http.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
