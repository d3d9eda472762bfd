package amends.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import amends.contracts.contact.ScanFinding;
import amends.intake.normalise.Hashes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class ClamdTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Harmless; every scanner finds it. In two pieces, so that this file is let through.
    private static final byte[] EICAR =
            ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*")
                    .getBytes(StandardCharsets.US_ASCII);

    @TempDir private Path folder;

    @Test
    void aFileGoesOutInPiecesBehindTheirLengths() throws IOException {
        try (PlayedClamd clamd = new PlayedClamd("virus")) {
            VirusScan scan = new Clamd(clamd.address(), PATIENCE);
            assertThat(scan.look(new byte[0])).isEmpty();
            assertThat(scan.look(new byte[100_000])).isEmpty();
            assertThat(clamd.pieces()).containsExactly(0, 65_536, 34_464, 0);
        }
    }

    @Test
    void whatItFindsIsTold() throws IOException {
        try (PlayedClamd clamd = new PlayedClamd("virus")) {
            assertThat(look(clamd, "a virus")).contains(new ScanFinding("Played-Test-Signature"));
            assertThat(look(clamd, "v".repeat(1_200_000)))
                    .contains(new ScanFinding("too large to be scanned"));
        }
    }

    private static Optional<ScanFinding> look(PlayedClamd clamd, String file) throws IOException {
        return new Clamd(clamd.address(), PATIENCE)
                .look(file.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void oneThatIsAwayOrSaysNothingHasNotLooked() throws IOException {
        PlayedClamd gone = new PlayedClamd("virus");
        gone.close();
        assertThatIOException()
                .isThrownBy(() -> new Clamd(gone.address(), PATIENCE).look(new byte[1]));
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            VirusScan scan =
                    new Clamd("127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(200));
            assertThatIOException().isThrownBy(() -> scan.look(new byte[1]));
        }
    }

    @Test
    @Timeout(60)
    void oneThatTakesNothingIsNotWaitedForLongerThanAsked() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            VirusScan scan = new Clamd("127.0.0.1:" + deaf.getLocalPort(), Duration.ofMillis(200));
            assertThatIOException().isThrownBy(() -> scan.look(new byte[20_000_000]));
        }
    }

    @Test
    void aFileThatItCantScanIsToldFromAScannerThatIsAway() throws IOException {
        try (PlayedClamd clamd = new PlayedClamd("virus")) {
            for (String file :
                    List.of(PlayedClamd.FAILS, PlayedClamd.ENDS_IT, PlayedClamd.HOLDS_IT)) {
                VirusScan scan = new Clamd(clamd.address(), Duration.ofSeconds(2));
                assertThat(scan.look(file.getBytes(StandardCharsets.ISO_8859_1)))
                        .as(file)
                        .contains(new ScanFinding("could not be scanned"));
            }
            assertThat(look(clamd, "harmless")).isEmpty();
        }
    }

    @Test
    void anAnswerHoldsThoughTheConnectionBreaksOffBehindIt() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAndBreakOff(server));
            VirusScan scan = new Clamd("127.0.0.1:" + server.getLocalPort(), PATIENCE);
            assertThat(scan.look(new byte[20_000_000]))
                    .contains(new ScanFinding("too large to be scanned"));
        }
    }

    private static void answerAndBreakOff(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().readNBytes(100_000);
            socket.getOutputStream()
                    .write(
                            "INSTREAM size limit exceeded. ERROR\0"
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedAtTheStart() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Clamd("scanner", PATIENCE))
                .withMessageContaining("host:port");
    }

    @Test
    void aRealOneFindsTheTestFile() throws Exception {
        assumeThat(clamdIsThere()).as("clamd on the PATH").isTrue();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        // SHA-256, size and name, as ClamAV reads them
        Files.writeString(
                signatures.resolve("test.hsb"),
                Hashes.of(EICAR) + ":" + EICAR.length + ":Test-Signature\n");
        Path settings =
                Files.writeString(
                        folder.resolve("clamd.conf"),
                        """
                        Foreground yes
                        TCPSocket %d
                        TCPAddr 127.0.0.1
                        DatabaseDirectory %s
                        """
                                .formatted(port, signatures));
        Process clamd =
                new ProcessBuilder("clamd", "--config-file=" + settings)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("clamd.log").toFile())
                        .start();
        try {
            VirusScan scan = new Clamd("127.0.0.1:" + port, PATIENCE);
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> scan.look(new byte[1]).isEmpty());
            assertThat(scan.look(EICAR).orElseThrow().value()).contains("Test-Signature");
        } finally {
            clamd.destroy();
        }
    }

    private static boolean clamdIsThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "clamd")));
    }
}
