package amends.contracts.identity;

import amends.contracts.wire.UnreadableMessage;
import amends.contracts.wire.Wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;

import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Whether a token was signed by the gateway, and lately. What was found good is remembered, so
/// that the many calls of one caller cost one signature.
public final class IdentityVerifier {

    /// How far clocks of machines may differ.
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private static final int MOST_KEPT = 10_000;

    private record Known(Identity identity, Instant until) {}

    private final ECDSAVerifier verifier;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public IdentityVerifier(ECPublicKey key) {
        try {
            this.verifier = new ECDSAVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("Identities are checked with a P-256 key", e);
        }
    }

    /// Empty when the token is not the gateway's, or too old.
    public Optional<Identity> identity(String token, Instant now) {
        Known before = known.get(token);
        Optional<Known> checked =
                before == null
                        ? check(token).map(good -> remember(token, good))
                        : Optional.of(before);
        return checked.filter(good -> now.isBefore(good.until())).map(Known::identity);
    }

    private Known remember(String token, Known good) {
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        known.put(token, good);
        return good;
    }

    private Optional<Known> check(String token) {
        try {
            JWSObject signed = JWSObject.parse(token);
            if (!JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())
                    || !signed.verify(verifier)) {
                return Optional.empty();
            }
            IdentityClaims claims = Wire.read(signed.getPayload().toBytes(), IdentityClaims.class);
            return Optional.of(
                    new Known(
                            claims.identity(),
                            Instant.ofEpochSecond(claims.exp()).plus(TOLERANCE)));
        } catch (ParseException | JOSEException | UnreadableMessage e) {
            return Optional.empty();
        }
    }
}
