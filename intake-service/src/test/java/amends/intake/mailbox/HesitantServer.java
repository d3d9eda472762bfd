package amends.intake.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands before a mail server and refuses to give the first mails asked for, as one does that is
/// busy.
final class HesitantServer implements AutoCloseable {

    private final ServerSocket door;
    private final int behind;
    private final AtomicInteger refusals;

    HesitantServer(int behind, int refusals) throws IOException {
        this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.behind = behind;
        this.refusals = new AtomicInteger(refusals);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    int refusalsLeft() {
        return Math.max(0, refusals.get());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                Thread.ofVirtual().start(() -> passAnswers(server, client));
                Thread.ofVirtual().start(() -> passCommands(client, server));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void passAnswers(Socket server, Socket client) {
        try (server;
                client) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one of them has gone
        }
    }

    private void passCommands(Socket client, Socket server) {
        try (server;
                client;
                BufferedReader commands =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                boolean refused =
                        line.contains("FETCH")
                                && line.contains("[]")
                                && refusals.getAndDecrement() > 0;
                OutputStream to = refused ? client.getOutputStream() : server.getOutputStream();
                String said = refused ? line.split(" ", 2)[0] + " NO [UNAVAILABLE] Later" : line;
                to.write((said + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                to.flush();
            }
        } catch (IOException e) {
            // one of them has gone
        }
    }
}
