package amends.deploy.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much memory of the machine a process holds.
final class ResidentMemory {

    private static final Pattern NUMBER = Pattern.compile("(\\d+)");
    private static final int KIB = 1024;

    private ResidentMemory() {}

    /// In bytes; 0 when the system does not tell.
    static long of(long pid) {
        try {
            Path status = Path.of("/proc", String.valueOf(pid), "status");
            return Files.exists(status) ? fromProc(Files.readString(status)) : fromPs(pid);
        } catch (IOException e) {
            return 0;
        }
    }

    static long fromProc(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(ResidentMemory::kibibytes)
                .findFirst()
                .orElse(0);
    }

    private static long fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
        return kibibytes(new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    }

    private static long kibibytes(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find() ? Long.parseLong(number.group(1)) * KIB : 0;
    }
}
