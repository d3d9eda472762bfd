package amends.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contracts.access.Reach;
import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.contact.BrandName;
import amends.contracts.routing.QueueName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

class IdentityTokenTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final Identity LI =
            new Identity(
                    Actor.agent(new AgentId("li")),
                    new TreeSet<>(Set.of(Role.AGENT, Role.SUPERVISOR)),
                    new Reach(
                            List.of(new BrandName("Example")),
                            List.of(new QueueName("claims")),
                            List.of()));
    private static final KeyPair PAIR = IdentityKeys.random();

    private final IdentitySigner signer = new IdentitySigner((ECPrivateKey) PAIR.getPrivate());
    private final IdentityVerifier verifier = new IdentityVerifier((ECPublicKey) PAIR.getPublic());

    @Test
    void tellsWhoCallsAndWhatHeReaches() {
        assertThat(verifier.identity(signer.token(LI, NOON), NOON)).hasValue(LI);
    }

    @Test
    void endsAfterAShortWhileAlsoWhenItWasKnown() {
        String token = signer.token(LI, NOON);
        assertThat(verifier.identity(token, NOON.plus(Duration.ofSeconds(89)))).hasValue(LI);
        assertThat(verifier.identity(token, NOON.plus(Duration.ofSeconds(90)))).isEmpty();
    }

    @Test
    void isMadeAnewBeforeItEnds() {
        String first = signer.token(LI, NOON);
        assertThat(signer.token(LI, NOON.plus(Duration.ofSeconds(29)))).isEqualTo(first);
        String second = signer.token(LI, NOON.plus(Duration.ofSeconds(30)));
        assertThat(second).isNotEqualTo(first);
        assertThat(verifier.identity(second, NOON.plus(Duration.ofSeconds(119)))).hasValue(LI);
    }

    @Test
    void isRefusedWhenSomebodyElseSignedIt() {
        IdentitySigner other =
                new IdentitySigner((ECPrivateKey) IdentityKeys.random().getPrivate());
        assertThat(verifier.identity(other.token(LI, NOON), NOON)).isEmpty();
    }

    @Test
    void isRefusedWhenItWasChangedOrIsNotSignedAtAll() {
        String[] parts = signer.token(LI, NOON).split("\\.");
        String more =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("SUPERVISOR", "ADMINISTRATOR");
        assertThat(more).contains("ADMINISTRATOR");
        assertThat(verifier.identity(parts[0] + "." + base64(more) + "." + parts[2], NOON))
                .isEmpty();
        String none = base64("{\"alg\":\"none\"}");
        assertThat(verifier.identity(none + "." + parts[1] + ".", NOON)).isEmpty();
        assertThat(verifier.identity("agent:li", NOON)).isEmpty();
    }

    @Test
    void keysAreReadFromFilesAsTheyWereWritten(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("a"), IdentityKeys.privatePem(PAIR));
        Path open = Files.writeString(folder.resolve("b"), IdentityKeys.publicPem(PAIR));
        assertThat(IdentityKeys.privateKey(secret)).isEqualTo(PAIR.getPrivate());
        assertThat(IdentityKeys.publicKey(open)).isEqualTo(PAIR.getPublic());
        assertThatThrownBy(() -> IdentityKeys.publicKey(folder.resolve("none")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openssl");
        assertThatThrownBy(() -> IdentityKeys.publicKey(secret))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
