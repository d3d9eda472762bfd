package amends.contracts.identity;

import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The gateway's part in tests that call a service directly: a key pair made for the run, and
/// identities signed with it.
public final class SignedIdentities {

    private static final KeyPair PAIR = IdentityKeys.random();
    private static final IdentitySigner SIGNER =
            new IdentitySigner((ECPrivateKey) PAIR.getPrivate());
    private static final Path PUBLIC_KEY = written();

    private SignedIdentities() {}

    /// What the service is started with.
    public static String setting() {
        return "amends.identity.public-key=" + PUBLIC_KEY;
    }

    /// Where the public key lies.
    public static String publicKey() {
        return PUBLIC_KEY.toString();
    }

    public static String token(Identity identity) {
        return SIGNER.token(identity, Instant.now());
    }

    /// Somebody who may do everything, written `agent:sato`.
    public static String token(String actor) {
        int colon = actor.indexOf(':');
        return token(
                Identity.of(
                        new Actor(
                                Actor.Kind.valueOf(
                                        actor.substring(0, colon).toUpperCase(Locale.ROOT)),
                                new ActorName(actor.substring(colon + 1))),
                        Role.values()));
    }

    /// The headers with an identity among them: that of the actor they name, else a program's.
    public static String[] identified(String... headers) {
        List<String> all = new ArrayList<>();
        String actor = "integration:direct";
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals(IdentifiedRequest.ACTOR)) {
                actor = headers[i + 1];
            } else {
                all.add(headers[i]);
                all.add(headers[i + 1]);
            }
        }
        if (!all.contains(IdentitySigner.HEADER)) {
            all.addAll(List.of(IdentitySigner.HEADER, token(actor)));
        }
        return all.toArray(String[]::new);
    }

    private static Path written() {
        try {
            Path file = Files.createTempFile("identity-public", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, IdentityKeys.publicPem(PAIR));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
