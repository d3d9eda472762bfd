package amends.gateway.console;

import org.springframework.core.io.Resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/// Tells versions of a console file apart.
final class ConsoleFiles {

    private ConsoleFiles() {}

    static String etag(Resource file) {
        try {
            CRC32 checksum = new CRC32();
            checksum.update(file.getContentAsByteArray());
            return "\"" + Long.toHexString(checksum.getValue()) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
