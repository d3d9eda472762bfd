package amends.intake.content;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// A scanner that takes what its protocol allows, over a real socket, and finds what is told to it.
public final class PlayedClamd implements AutoCloseable {

    /// Files that have these words in them can't be scanned.
    public static final String FAILS = "this one fails";

    static final String ENDS_IT = "this one ends the connection";
    static final String HOLDS_IT = "this one is never done";

    private static final int MOST = 1_000_000;
    private static final String NOTHING = "nothing";
    private static final Map<String, String> TROUBLES =
            Map.of(
                    FAILS, "stream: Can't allocate memory ERROR",
                    ENDS_IT, "",
                    HOLDS_IT, NOTHING);

    private final ServerSocket server;
    private final String virus;
    private final Thread thread;
    private final List<Integer> pieces = Collections.synchronizedList(new ArrayList<>());

    /// @param virus words that are a virus
    public PlayedClamd(String virus) throws IOException {
        this(virus, 0);
    }

    /// @param port where one was before
    public PlayedClamd(String virus, int port) throws IOException {
        this.virus = virus;
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.thread = Thread.ofPlatform().name("played-clamd").daemon().start(this::run);
    }

    public static PlayedClamd started(String virus) {
        try {
            return new PlayedClamd(virus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public String address() {
        return "127.0.0.1:" + port();
    }

    /// The lengths of all pieces that came, the last ones of no length included.
    List<Integer> pieces() {
        return List.copyOf(pieces);
    }

    private void run() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String answer = answer(new DataInputStream(socket.getInputStream()));
            if (answer.equals(NOTHING)) {
                socket.getInputStream().readAllBytes();
            } else if (!answer.isEmpty()) {
                socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // whoever asked went away
        }
    }

    private String answer(DataInputStream in) throws IOException {
        StringBuilder command = new StringBuilder();
        for (int next = in.read(); next > 0; next = in.read()) {
            command.append((char) next);
        }
        return switch (command.toString()) {
            case "zPING" -> "PONG";
            case "zINSTREAM" -> scanned(in);
            case String _ -> "UNKNOWN COMMAND";
        };
    }

    private String scanned(DataInputStream in) throws IOException {
        StringBuilder file = new StringBuilder();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            pieces.add(length);
            file.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            if (file.length() > MOST) {
                return "INSTREAM size limit exceeded. ERROR";
            }
        }
        pieces.add(0);
        for (String trouble : TROUBLES.keySet()) {
            if (file.indexOf(trouble) >= 0) {
                return TROUBLES.get(trouble);
            }
        }
        return file.indexOf(virus) < 0 ? "stream: OK" : "stream: Played-Test-Signature FOUND";
    }

    /// Returns when nobody is let in any more: whoever waits at the door keeps it open.
    @Override
    public void close() throws IOException {
        server.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
