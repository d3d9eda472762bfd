package amends.intake.content;

import amends.contracts.contact.ScanFinding;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
    private static final byte[] PING = "zPING\0".getBytes(StandardCharsets.US_ASCII);
    private static final String PONG = "PONG";
    private static final int LONGEST_ANSWER = 1_000;
    private static final String CLEAN = "stream: OK";
    private static final String TOO_LARGE = "INSTREAM size limit exceeded. ERROR";

    private static final Logger LOGGER = LoggerFactory.getLogger(Clamd.class);

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

    /// One that says nothing of a file but answers otherwise would never say more of it.
    @Override
    public Optional<ScanFinding> look(byte[] bytes) throws IOException {
        String answer = answer(out -> send(out, bytes));
        if (answer.isEmpty() && !answer(out -> out.write(PING)).equals(PONG)) {
            throw new IOException("The virus scan says nothing");
        }
        return finding(answer);
    }

    /// What it is asked.
    private interface Question {
        void write(DataOutputStream out) throws IOException;
    }

    /// @return nothing when it gave none as long as there was patience
    /// @throws IOException when nobody is there
    private String answer(Question question) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
            Thread end = Thread.ofVirtual().start(() -> closeLater(socket));
            try {
                ask(socket, question);
                return answer(socket.getInputStream());
            } finally {
                end.interrupt();
            }
        }
    }

    /// A socket's own time-out holds for a single read, and not for writing.
    private void closeLater(Socket socket) {
        try {
            Thread.sleep(patience);
            socket.close();
        } catch (InterruptedException | IOException e) {
            LOGGER.trace("It answered in time", e);
        }
    }

    /// What breaks it off is no matter: the scanner may have said why.
    private static void ask(Socket socket, Question question) {
        try {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            question.write(out);
            out.flush();
        } catch (IOException e) {
            LOGGER.debug("The virus scan did not want all of it", e);
        }
    }

    private static void send(DataOutputStream out, byte[] bytes) throws IOException {
        out.write(COMMAND);
        for (int from = 0; from < bytes.length; from += PIECE) {
            int length = Math.min(PIECE, bytes.length - from);
            out.writeInt(length);
            out.write(bytes, from, length);
        }
        out.writeInt(0);
    }

    /// Until the NUL at its end: behind it the connection may break off.
    private static String answer(InputStream in) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next > 0 && answer.size() < LONGEST_ANSWER; ) {
                answer.write(next);
                next = in.read();
            }
        } catch (IOException e) {
            LOGGER.debug("The virus scan broke off", e);
            return "";
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }

    private static Optional<ScanFinding> finding(String answer) {
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
        LOGGER.warn("A file could not be scanned: {}", answer);
        return Optional.of(new ScanFinding("could not be scanned"));
    }
}
