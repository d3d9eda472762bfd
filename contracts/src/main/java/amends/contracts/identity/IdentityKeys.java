package amends.contracts.identity;

import com.nimbusds.jose.jwk.Curve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The key pair that identities are signed and checked with: P-256, in PEM files as OpenSSL writes
/// them. The private part is for the gateway alone.
public final class IdentityKeys {

    private static final String ALGORITHM = "EC";

    private IdentityKeys() {}

    public static KeyPair random() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(Curve.P_256.toECParameterSpec());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    public static String privatePem(KeyPair pair) {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    public static String publicPem(KeyPair pair) {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    /// @throws IllegalStateException when the file is missing or holds something else
    public static ECPrivateKey privateKey(Path file) {
        return (ECPrivateKey)
                read(file, bytes -> factory().generatePrivate(new PKCS8EncodedKeySpec(bytes)));
    }

    /// @throws IllegalStateException when the file is missing or holds something else
    public static ECPublicKey publicKey(Path file) {
        return (ECPublicKey)
                read(file, bytes -> factory().generatePublic(new X509EncodedKeySpec(bytes)));
    }

    @FunctionalInterface
    private interface Decoding<K> {
        K decode(byte[] bytes) throws GeneralSecurityException;
    }

    private static <K> K read(Path file, Decoding<K> decoding) {
        try {
            String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
            return decoding.decode(Base64.getMimeDecoder().decode(text));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    file.toAbsolutePath()
                            + " is no readable P-256 key in PEM. deploy/up writes a pair at its"
                            + " first start; by hand: openssl genpkey -algorithm EC -pkeyopt"
                            + " ec_paramgen_curve:P-256 -out identity-key.pem; openssl pkey -in"
                            + " identity-key.pem -pubout -out identity-public.pem. The gateway"
                            + " gets the first as AMENDS_IDENTITY_KEY, each service the second as"
                            + " AMENDS_IDENTITY_PUBLIC_KEY.",
                    e);
        }
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM);
    }

    private static String pem(String what, byte[] key) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(key), what);
    }
}
