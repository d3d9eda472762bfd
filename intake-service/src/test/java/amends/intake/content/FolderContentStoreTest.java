package amends.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import amends.contracts.contact.ContentHash;
import amends.intake.channel.FileContent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class FolderContentStoreTest {

    private static final FileContent FILE =
            new FileContent("%PDF".getBytes(StandardCharsets.US_ASCII));

    @TempDir private Path folder;

    @Test
    void aFileIsKeptOnceHoweverOftenItComes() throws IOException {
        ContentStore store = new FolderContentStore(folder, 0);
        store.keep(FILE);
        store.keep(new FileContent(FILE.bytes()));
        assertThat(bytes(store.find(FILE.hash()).orElseThrow())).isEqualTo(FILE.bytes());
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(FILE.hash().value());
    }

    @Test
    void whatABrokenWriteLeftIsReplaced() throws IOException {
        ContentStore store = new FolderContentStore(folder, 0);
        store.keep(FILE);
        Files.writeString(files().getFirst(), "%P");
        store.keep(FILE);
        assertThat(bytes(store.find(FILE.hash()).orElseThrow())).isEqualTo(FILE.bytes());
    }

    @Test
    void nothingIsTakenWhenTheDiskIsNearlyFull() throws IOException {
        ContentStore store = new FolderContentStore(folder, Long.MAX_VALUE);
        assertThatIOException().isThrownBy(() -> store.keep(FILE));
        assertThat(store.find(FILE.hash())).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatWasNeverKeptIsNotThere() throws IOException {
        assertThat(new FolderContentStore(folder, 0).find(new ContentHash("0".repeat(64))))
                .isEmpty();
    }

    private static byte[] bytes(ContentStore.Stored stored) throws IOException {
        try (InputStream in = stored.bytes()) {
            byte[] bytes = in.readAllBytes();
            assertThat(stored.size()).isEqualTo(bytes.length);
            return bytes;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
