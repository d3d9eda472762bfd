package amends.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The keys of integrations, held as hashes. Keys are long and random, therefore a plain hash is
/// enough.
final class ApiKeys {

    private final Map<String, byte[]> hashes = new TreeMap<>();

    ApiKeys(Map<String, String> keys) {
        keys.forEach((name, key) -> hashes.put(name, hash(key)));
    }

    /// The name of the key, if it is one. All keys are compared in full, so that the time taken
    /// tells nothing.
    Optional<String> nameOf(String key) {
        byte[] offered = hash(key);
        Optional<String> found = Optional.empty();
        for (Map.Entry<String, byte[]> known : hashes.entrySet()) {
            if (MessageDigest.isEqual(known.getValue(), offered)) {
                found = Optional.of(known.getKey());
            }
        }
        return found;
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
