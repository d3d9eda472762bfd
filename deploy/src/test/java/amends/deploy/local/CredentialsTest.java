package amends.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class CredentialsTest {

    @TempDir private Path folder;

    @Test
    void areRandomAndStayTheSame() throws IOException {
        Credentials made = Credentials.in(folder.resolve("one.json"));

        assertThat(Credentials.in(folder.resolve("one.json"))).isEqualTo(made);
        assertThat(Credentials.in(folder.resolve("two.json")).apiKeys())
                .isNotEqualTo(made.apiKeys());
        assertThat(made.console().password()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(made.linkSecret()).isNotEqualTo(made.apiKeys().ops());
    }

    @Test
    void haveTheFormTheGatewayReads() throws IOException {
        Credentials.in(folder.resolve("credentials.json"));

        var json = Wire.mapper().readTree(Files.readAllBytes(folder.resolve("credentials.json")));
        assertThat(json.at("/console/user").asString()).isEqualTo("admin");
        assertThat(json.at("/console/password").asString()).isNotBlank();
        assertThat(json.at("/apiKeys/integration").asString()).isNotBlank();
        assertThat(json.at("/apiKeys/ops").asString()).isNotBlank();
        assertThat(json.at("/linkSecret").asString()).isNotBlank();
    }

    @Test
    void areReadableByTheirOwnerAlone() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path file = folder.resolve("credentials.json");

        Credentials.in(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
