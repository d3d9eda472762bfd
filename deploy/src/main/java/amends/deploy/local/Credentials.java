package amends.deploy.local;

import amends.contracts.wire.Wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// The secrets of one data folder, random, made at its first start and readable by their owner
/// alone.
///
/// @param linkSecret signs the links in mails to customers
public record Credentials(Console console, ApiKeys apiKeys, String linkSecret) {

    /// Who may use the console in a browser.
    public record Console(String user, String password) {}

    /// `integration` sends complaints, `ops` looks and works.
    public record ApiKeys(String integration, String ops) {}

    private static final int PASSWORD_BYTES = 12;
    private static final int KEY_BYTES = 24;

    static Credentials in(Path file) throws IOException {
        if (Files.exists(file)) {
            return Wire.read(Files.readAllBytes(file), Credentials.class);
        }
        Credentials made = random();
        OwnerOnly.create(file);
        Files.write(file, Wire.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(made));
        return made;
    }

    private static Credentials random() {
        SecureRandom random = new SecureRandom();
        return new Credentials(
                new Console("admin", secret(random, PASSWORD_BYTES)),
                new ApiKeys(secret(random, KEY_BYTES), secret(random, KEY_BYTES)),
                secret(random, KEY_BYTES));
    }

    private static String secret(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
