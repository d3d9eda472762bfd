package amends.gateway.directory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The file `credentials.json` as it stands on disk; it is read at the first start and kept only as
/// hashes.
record Credentials(Console console, Map<String, String> apiKeys) {

    record Console(String user, String password) {}

    Credentials {
        apiKeys = Map.copyOf(apiKeys);
    }

    /// @throws IllegalStateException when the file is missing or is not what it should be; the text
    ///   never repeats its content
    static Credentials read(Path file) {
        try {
            return JsonMapper.shared().readValue(Files.readAllBytes(file), Credentials.class);
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException(
                    "The gateway lets nobody in without credentials, and "
                            + file.toAbsolutePath()
                            + " is missing or not readable. deploy/up writes such a file at its"
                            + " first start; let AMENDS_CREDENTIALS name it, or write one yourself:"
                            + " {\"console\":{\"user\":\"…\",\"password\":\"…\"},"
                            + "\"apiKeys\":{\"integration\":\"…\",\"ops\":\"…\"}}",
                    e);
        }
    }
}
