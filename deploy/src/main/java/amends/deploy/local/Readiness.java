package amends.deploy.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/// How to see that a process does its work.
sealed interface Readiness {

    int TIMEOUT_MS = 2000;

    boolean isReady();

    /// It takes connections.
    record Listens(int port) implements Readiness {
        @Override
        public boolean isReady() {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }

    /// It answers 200 under this address.
    record Answers(URI url) implements Readiness {
        @Override
        public boolean isReady() {
            try {
                HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
                connection.setConnectTimeout(TIMEOUT_MS);
                connection.setReadTimeout(TIMEOUT_MS);
                try {
                    return connection.getResponseCode() == 200;
                } finally {
                    connection.disconnect();
                }
            } catch (IOException e) {
                return false;
            }
        }
    }
}
