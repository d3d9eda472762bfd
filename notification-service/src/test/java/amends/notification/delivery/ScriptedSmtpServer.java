package amends.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// Speaks just enough SMTP to answer each recipient as told, and counts.
final class ScriptedSmtpServer implements AutoCloseable {

    final AtomicInteger connections = new AtomicInteger();
    final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final ServerSocket socket;
    private final UnaryOperator<String> answers;

    /// @param answers from a recipient to the reply to RCPT, for example `250 ok`
    ScriptedSmtpServer(UnaryOperator<String> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 scripted");
            String recipient = "";
            String line = in.readLine();
            while (line != null && !line.equals("QUIT")) {
                if (line.startsWith("RCPT")) {
                    recipient = line;
                    String answer = answers.apply(line.replaceAll(".*<(.*)@.*", "$1"));
                    say(out, answer);
                    if (answer.startsWith("421")) {
                        return;
                    }
                } else if (line.equals("DATA")) {
                    say(out, "354 go on");
                    while (!".".equals(in.readLine())) {}
                    accepted.add(recipient);
                    say(out, "250 taken");
                } else {
                    say(out, "250 ok");
                }
                line = in.readLine();
            }
        } catch (IOException e) {
            // the client went away, as clients do
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
