package amends.notification.survey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The key that signs survey links: the configured one, or else a random one that is made at the
/// first start and kept.
final class LinkSecret {

    private static final Logger LOG = LoggerFactory.getLogger(LinkSecret.class);
    private static final int RANDOM_BYTES = 32;
    private static final int SHORTEST = 16;

    private LinkSecret() {}

    static byte[] of(String configured, Path stateDir) {
        if (configured.isBlank()) {
            return kept(stateDir.resolve("link-secret"));
        }
        if (configured.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "AMENDS_LINK_SECRET is too short to be safe: use at least "
                            + SHORTEST
                            + " random characters");
        }
        return configured.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] kept(Path file) {
        LOG.warn(
                "AMENDS_LINK_SECRET is not set: survey links are signed with the key in {}. Set it"
                        + " when several instances run, or when that folder may be lost",
                file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            create(file);
            return Files.readString(file).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Set AMENDS_LINK_SECRET, or make the folder of " + file + " writable", e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        } catch (FileAlreadyExistsException e) {
            LOG.debug("The key made before is used again");
        }
    }
}
