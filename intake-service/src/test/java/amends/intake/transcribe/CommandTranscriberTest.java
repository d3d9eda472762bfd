package amends.intake.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import amends.intake.channel.Transcriber;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

class CommandTranscriberTest {

    private static final byte[] SCAN = "水が漏れます".getBytes(StandardCharsets.UTF_8);

    @Test
    void theCommandGetsTheScanAsAFileAndItsOutputIsTheText() {
        assertThat(command("cat").words("application/pdf", SCAN)).hasValue("水が漏れます");
        assertThat(command("sh", "-c", "basename $0").words("image/tiff", SCAN))
                .hasValue("scan.tiff");
    }

    @Test
    void whatFailsOrSaysNothingHasNoWords() {
        assertThat(command("sh", "-c", "echo half; exit 3").words("image/tiff", SCAN)).isEmpty();
        assertThat(command("true").words("image/tiff", SCAN)).isEmpty();
        assertThat(command("/no/such/command").words("image/tiff", SCAN)).isEmpty();
    }

    @Test
    void whatTakesTooLongIsEnded() {
        Transcriber slow =
                CommandTranscriber.of(
                        List.of("sh", "-c", "sleep 3600 & wait"), Duration.ofMillis(200));
        assertThat(slow.words("image/tiff", SCAN)).isEmpty();
    }

    @Test
    void fewCommandsRunAtTheSameTime(@TempDir Path running) throws Exception {
        Transcriber transcriber =
                command(
                        "sh",
                        "-c",
                        "touch $0/$$; sleep 0.3; ls $0 | wc -l; rm $0/$$",
                        running.toString());
        List<CompletableFuture<String>> read =
                Stream.generate(
                                () -> {
                                    CompletableFuture<String> words = new CompletableFuture<>();
                                    Thread.ofVirtual()
                                            .start(
                                                    () ->
                                                            words.complete(
                                                                    transcriber
                                                                            .words(
                                                                                    "image/tiff",
                                                                                    SCAN)
                                                                            .orElse("99")));
                                    return words;
                                })
                        .limit(6)
                        .toList();
        for (CompletableFuture<String> each : read) {
            assertThat(Integer.parseInt(each.get(60, TimeUnit.SECONDS)))
                    .isBetween(1, CommandTranscriber.MOST);
        }
    }

    @Test
    void withoutACommandNothingIsRead() {
        assertThat(CommandTranscriber.of(List.of(), Duration.ofSeconds(1)).words("x", SCAN))
                .isEmpty();
    }

    private static Transcriber command(String... command) {
        return CommandTranscriber.of(List.of(command), Duration.ofSeconds(60));
    }
}
