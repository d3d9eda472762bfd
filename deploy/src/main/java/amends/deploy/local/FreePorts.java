package amends.deploy.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Says before anything starts that a port is taken, instead of letting a process fail over it.
final class FreePorts {

    private static final int NEXT_BASE = 1000;

    private FreePorts() {}

    static void check(Ports ports, List<Part> parts) {
        String taken =
                parts.stream()
                        .flatMapToInt(part -> needed(ports, part))
                        .filter(FreePorts::isTaken)
                        .sorted()
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new StartFailed(
                    "Something else listens on port "
                            + taken
                            + ". End it, or choose other ports: --port-base "
                            + (ports.base() + NEXT_BASE));
        }
    }

    private static IntStream needed(Ports ports, Part part) {
        return switch (part) {
            case BROKER -> IntStream.of(ports.of(part), ports.controller());
            case MAIL_SINK -> IntStream.of(ports.of(part), ports.smtp());
            case DATABASE, INTAKE, WORKFLOW, ANALYTICS, NOTIFICATION, GATEWAY ->
                    IntStream.of(ports.of(part));
        };
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
