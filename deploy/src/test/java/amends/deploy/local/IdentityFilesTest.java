package amends.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentityKeys;
import amends.contracts.identity.IdentitySigner;
import amends.contracts.identity.IdentityVerifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

class IdentityFilesTest {

    @Test
    void whatTheGatewaySignsTheServicesCanCheck(@TempDir Path folder) throws IOException {
        DataFolder data = DataFolder.create(folder);
        IdentityFiles.in(data);
        Instant now = Instant.now();
        String token =
                new IdentitySigner(IdentityKeys.privateKey(data.identityKey()))
                        .token(Identity.anybody(), now);
        assertThat(
                        new IdentityVerifier(IdentityKeys.publicKey(data.identityPublicKey()))
                                .identity(token, now))
                .hasValue(Identity.anybody());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.identityKey())))
                .isEqualTo("rw-------");
    }

    @Test
    void thePairIsMadeOnce(@TempDir Path folder) throws IOException {
        DataFolder data = DataFolder.create(folder);
        IdentityFiles.in(data);
        String before = Files.readString(data.identityKey());
        IdentityFiles.in(data);
        assertThat(Files.readString(data.identityKey())).isEqualTo(before);
    }
}
