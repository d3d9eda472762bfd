package amends.intake.drop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

class ArrivalsTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

    @TempDir private Path folder;

    private final Arrivals arrivals = new Arrivals(Duration.ofSeconds(10));

    @Test
    void aFileThatGrowsIsNotWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("b.csv"), "a");
        assertThat(arrivals.whole(folder, NOON)).isEmpty();
        Files.writeString(file, "b", StandardOpenOption.APPEND);
        assertThat(arrivals.whole(folder, NOON.plusSeconds(10))).isEmpty();
        assertThat(arrivals.whole(folder, NOON.plusSeconds(19))).isEmpty();
        assertThat(arrivals.whole(folder, NOON.plusSeconds(20))).containsExactly(file);
    }

    @Test
    void aFileThatSaysItIsBeingWrittenIsNotTouchedBeforeItsNameChanges() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv.part"), "a");
        Files.writeString(folder.resolve(".a.csv"), "a");
        Files.createDirectories(folder.resolve("done"));
        arrivals.whole(folder, NOON);
        assertThat(arrivals.whole(folder, NOON.plusSeconds(60))).isEmpty();
        Path whole = Files.move(file, folder.resolve("a.csv"));
        arrivals.whole(folder, NOON.plusSeconds(61));
        assertThat(arrivals.whole(folder, NOON.plusSeconds(71))).containsExactly(whole);
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve(".secret"), "a");
        Files.createSymbolicLink(folder.resolve("a.csv"), elsewhere);
        arrivals.whole(folder, NOON);
        assertThat(arrivals.whole(folder, NOON.plusSeconds(60))).isEmpty();
    }
}
