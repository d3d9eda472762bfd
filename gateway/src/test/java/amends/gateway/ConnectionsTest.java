package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Connections are few and shared: whoever floods the gateway waits, and whoever only sits there
/// goes.
class ConnectionsTest {

    private static final int MOST = 10;

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                        "server.tomcat.max-connections=" + MOST,
                        "server.tomcat.keep-alive-timeout=1s",
                        "server.tomcat.connection-timeout=1s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void connections_that_are_kept_but_not_used_make_room_for_others() throws IOException {
        List<Socket> idle = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            idle.add(connect());
            ask(idle.getLast());
        }
        try (Socket other = connect()) {
            ask(other);
            assertThat(status(other)).contains("200");
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void of_a_flood_of_connections_each_is_answered_in_its_turn() throws IOException {
        List<Socket> flood = new ArrayList<>();
        for (int i = 0; i < 5 * MOST; i++) {
            flood.add(connect());
            ask(flood.getLast());
        }
        for (Socket socket : flood) {
            assertThat(status(socket)).contains("200");
            socket.close();
        }
    }

    private static Socket connect() throws IOException {
        URI uri = gateway.uri("/");
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
        return socket;
    }

    private static void ask(Socket socket) throws IOException {
        socket.getOutputStream()
                .write(
                        "GET /actuator/health HTTP/1.1\r\nHost: gateway\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String status(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }
}
