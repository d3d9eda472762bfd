package amends.deploy.local;

import amends.contracts.identity.IdentityKeys;

import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyPair;

/// The key pair with which the gateway tells the services who calls, made at the first start of a
/// data folder.
final class IdentityFiles {

    private IdentityFiles() {}

    static void in(DataFolder data) throws IOException {
        if (Files.exists(data.identityKey()) && Files.exists(data.identityPublicKey())) {
            return;
        }
        KeyPair pair = IdentityKeys.random();
        Files.deleteIfExists(data.identityKey());
        OwnerOnly.create(data.identityKey());
        Files.writeString(data.identityKey(), IdentityKeys.privatePem(pair));
        Files.writeString(data.identityPublicKey(), IdentityKeys.publicPem(pair));
    }
}
