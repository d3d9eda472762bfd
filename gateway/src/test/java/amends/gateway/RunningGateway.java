package amends.gateway;

import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentityKeys;
import amends.contracts.identity.IdentitySigner;
import amends.contracts.identity.IdentityVerifier;

import com.sun.net.httpserver.HttpExchange;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The real gateway on a free port, before one service that plays all four.
final class RunningGateway implements AutoCloseable {

    static final String INTEGRATION_KEY = "integration-key-of-the-tests";
    static final String OPS_KEY = "ops-key-of-the-tests";
    static final String USER = "hanako";
    static final String PASSWORD = "correct horse battery staple";

    private static final KeyPair IDENTITIES = IdentityKeys.random();
    private static final IdentityVerifier VERIFIER =
            new IdentityVerifier((ECPublicKey) IDENTITIES.getPublic());

    final RecordingService service;
    private final ConfigurableApplicationContext context;

    RunningGateway(String... settings) {
        this(new RecordingService(), settings);
    }

    RunningGateway(RecordingService service, String... settings) {
        this.service = service;
        String url = service.uri().toString();
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("server.port", 0);
        arguments.put("server.address", "127.0.0.1");
        arguments.put("spring.kafka.bootstrap-servers", SharedBroker.address());
        arguments.put("amends.gateway.access.credentials", credentials());
        arguments.put("amends.gateway.access.identity-key", identityKey());
        arguments.put("amends.gateway.access.sessions", sessions());
        for (String each : List.of("intake", "workflow", "analytics", "notification")) {
            arguments.put("amends.gateway.upstream." + each, url);
        }
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            arguments.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        this.context =
                new SpringApplicationBuilder(GatewayApplication.class)
                        .run(
                                arguments.entrySet().stream()
                                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                                        .toArray(String[]::new));
    }

    URI uri(String path) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /// Whom the service was told that he calls; refused when this gateway did not sign it.
    static Identity identity(RecordingService.Told told) {
        return identity(told.header(IdentitySigner.HEADER));
    }

    static Identity identity(HttpExchange exchange) {
        return identity(exchange.getRequestHeaders().getFirst(IdentitySigner.HEADER));
    }

    private static Identity identity(String token) {
        return VERIFIER.identity(token, Instant.now()).orElseThrow();
    }

    private static Path identityKey() {
        try {
            Path file = Files.createTempFile("identity-key", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, IdentityKeys.privatePem(IDENTITIES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sessions() {
        try {
            return Files.createTempDirectory(Path.of("target"), "sessions");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path credentials() {
        try {
            Path file = Files.createTempFile("credentials", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    """
                    {"console": {"user": "%s", "password": "%s"},
                     "apiKeys": {"integration": "%s", "ops": "%s"},
                     "linkSecret": "not for the gateway"}
                    """
                            .formatted(USER, PASSWORD, INTEGRATION_KEY, OPS_KEY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        service.close();
    }
}
