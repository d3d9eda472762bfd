package amends.intake.content;

import amends.contracts.contact.ScanFinding;

import org.jspecify.annotations.Nullable;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks ClamAV's daemon over TCP, by its command `INSTREAM`: the file goes out in pieces, each
/// behind its length, and a piece of no length ends it.
final class Clamd implements VirusScan {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 * 1024;
    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\]]+)]?:(\\d{1,5})");
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,150}) FOUND");
    private static final String CLEAN = "stream: OK";
    private static final String TOO_LARGE = "INSTREAM size limit exceeded. ERROR";

    private final String host;
    private final int port;
    private final Duration patience;

    /// @param address host and port
    /// @param patience for a file
    Clamd(String address, Duration patience) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "amends.intake.files.scan.clamd is %s; write host:port".formatted(address));
        }
        this.host = parts.group(1);
        this.port = Integer.parseInt(parts.group(2));
        this.patience = patience;
    }

    @Override
    public Optional<ScanFinding> look(byte[] bytes) throws IOException {
        try (Socket socket = new Socket()) {
            int millis = Math.toIntExact(patience.toMillis());
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            IOException broken = send(socket, bytes);
            String answer = answer(socket);
            if (answer.isEmpty() && broken != null) {
                throw broken;
            }
            return finding(answer);
        }
    }

    /// @return what broke it off: the scanner may have said why
    private static @Nullable IOException send(Socket socket, byte[] bytes) {
        try {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(COMMAND);
            for (int from = 0; from < bytes.length; from += PIECE) {
                int length = Math.min(PIECE, bytes.length - from);
                out.writeInt(length);
                out.write(bytes, from, length);
            }
            out.writeInt(0);
            out.flush();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static Optional<ScanFinding> finding(String answer) throws IOException {
        if (answer.equals(CLEAN)) {
            return Optional.empty();
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return Optional.of(new ScanFinding(found.group(1)));
        }
        if (answer.equals(TOO_LARGE)) {
            return Optional.of(new ScanFinding("too large to be scanned"));
        }
        throw new IOException("The virus scan failed: " + answer);
    }
}
