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

/// A scanner that takes what its protocol allows, over a real socket, and finds what is told to it.
public final class PlayedClamd implements AutoCloseable {

    private static final int MOST = 1_000_000;

    private final ServerSocket server;
    private final String virus;
    private final List<Integer> pieces = Collections.synchronizedList(new ArrayList<>());

    /// @param virus words that are a virus
    public PlayedClamd(String virus) throws IOException {
        this(virus, 0);
    }

    /// @param port where one was before
    public PlayedClamd(String virus, int port) throws IOException {
        this.virus = virus;
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("played-clamd").daemon().start(this::run);
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
            try (Socket socket = server.accept()) {
                socket.getOutputStream()
                        .write((answer(socket) + "\0").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // closed, or whoever asked went away
            }
        }
    }

    private String answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        if (!"zINSTREAM\0".equals(new String(in.readNBytes(10), StandardCharsets.US_ASCII))) {
            return "UNKNOWN COMMAND";
        }
        StringBuilder file = new StringBuilder();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            pieces.add(length);
            file.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            if (file.length() > MOST) {
                return "INSTREAM size limit exceeded. ERROR";
            }
        }
        pieces.add(0);
        return file.indexOf(virus) < 0 ? "stream: OK" : "stream: Played-Test-Signature FOUND";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
