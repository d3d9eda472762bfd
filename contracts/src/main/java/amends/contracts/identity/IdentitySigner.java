package amends.contracts.identity;

import amends.contracts.wire.Wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;

import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Tells services who calls. A token is made once per identity and used again for half of its life,
/// because signing takes long compared with passing a request on.
public final class IdentitySigner {

    /// The header that carries it.
    public static final String HEADER = "Amends-Identity";

    static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration USED_AGAIN = LIFE.dividedBy(2);
    private static final int MOST_KEPT = 10_000;

    private record Made(String token, Instant at) {}

    private final ECDSASigner signer;
    private final Map<Identity, Made> made = new ConcurrentHashMap<>();

    public IdentitySigner(ECPrivateKey key) {
        try {
            this.signer = new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("Identities are signed with a P-256 key", e);
        }
    }

    public String token(Identity identity, Instant now) {
        Made before = made.get(identity);
        if (before != null && now.isBefore(before.at().plus(USED_AGAIN))) {
            return before.token();
        }
        if (made.size() >= MOST_KEPT) {
            made.clear();
        }
        Made anew = new Made(sign(identity, now), now);
        made.put(identity, anew);
        return anew.token();
    }

    private String sign(Identity identity, Instant now) {
        IdentityClaims claims =
                new IdentityClaims(
                        identity.actor(),
                        identity.roles(),
                        identity.reach(),
                        now.plus(LIFE).getEpochSecond());
        JWSObject token =
                new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(Wire.write(claims)));
        try {
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("An identity cannot be signed", e);
        }
    }
}
