package amends.gateway;

import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentityKeys;
import amends.contracts.identity.IdentitySigner;
import amends.contracts.identity.IdentityVerifier;

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
import java.util.ArrayList;
import java.util.List;

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
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.kafka.bootstrap-servers=" + SharedBroker.address(),
                                "--amends.gateway.access.credentials=" + credentials(),
                                "--amends.gateway.access.identity-key=" + identityKey(),
                                "--amends.gateway.upstream.intake=" + url,
                                "--amends.gateway.upstream.workflow=" + url,
                                "--amends.gateway.upstream.analytics=" + url,
                                "--amends.gateway.upstream.notification=" + url));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        this.context =
                new SpringApplicationBuilder(GatewayApplication.class)
                        .run(arguments.toArray(String[]::new));
    }

    URI uri(String path) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /// Whom the service was told that he calls; refused when this gateway did not sign it.
    static Identity identity(RecordingService.Told told) {
        return VERIFIER.identity(told.header(IdentitySigner.HEADER), Instant.now()).orElseThrow();
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
