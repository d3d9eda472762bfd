package amends.intake.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Stands before a mail server, notes which mails are asked for, and does not always give them.
final class HesitantServer implements AutoCloseable {

    private static final Pattern MAILS = Pattern.compile("UID FETCH (\\S+) .*BODY\\.PEEK\\[].*");

    private final ServerSocket door;
    private final int behind;
    private final AtomicInteger refusals;
    private final long deadly;
    private final List<List<Long>> questions = new CopyOnWriteArrayList<>();

    private HesitantServer(int behind, int refusals, long deadly) throws IOException {
        this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.behind = behind;
        this.refusals = new AtomicInteger(refusals);
        this.deadly = deadly;
        Thread.ofVirtual().start(this::accept);
    }

    /// Refuses to give what is asked for first, as one does that is busy.
    static HesitantServer refusing(int behind, int refusals) throws IOException {
        return new HesitantServer(behind, refusals, -1);
    }

    /// Breaks off whenever this mail is asked for, among others or alone.
    static HesitantServer breakingOffAt(int behind, long uid) throws IOException {
        return new HesitantServer(behind, 0, uid);
    }

    /// Which mails were asked for together.
    List<List<Long>> questions() {
        return questions;
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
                List<Long> mails = mails(line);
                if (mails.contains(deadly)) {
                    return;
                }
                boolean refused = !mails.isEmpty() && refusals.getAndDecrement() > 0;
                OutputStream to = refused ? client.getOutputStream() : server.getOutputStream();
                String said = refused ? line.split(" ", 2)[0] + " NO [UNAVAILABLE] Later" : line;
                to.write((said + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                to.flush();
            }
        } catch (IOException e) {
            // one of them has gone
        }
    }

    private List<Long> mails(String line) {
        Matcher asked = MAILS.matcher(line);
        if (!asked.find()) {
            return List.of();
        }
        List<Long> mails =
                Arrays.stream(asked.group(1).split(",", -1))
                        .flatMap(HesitantServer::range)
                        .toList();
        questions.add(mails);
        return mails;
    }

    private static Stream<Long> range(String written) {
        String[] ends = written.split(":", -1);
        return LongStream.rangeClosed(
                        Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]))
                .boxed();
    }
}
