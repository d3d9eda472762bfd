package amends.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import amends.intake.channel.FileContent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class FolderContentStoreTest extends ContentStoreContract {

    @TempDir private Path folder;

    @Override
    ContentStore store() {
        return new FolderContentStore(folder, 0);
    }

    @Override
    List<String> kept() throws IOException {
        return files().stream().map(file -> file.getFileName().toString()).toList();
    }

    @Override
    void leave(FileContent file) throws IOException {
        String name = file.hash().value();
        Files.write(folder.resolve(name.substring(0, 2)).resolve(name), file.bytes());
    }

    @Test
    void whatABrokenWriteLeftIsReplaced() throws IOException {
        ContentStore store = store();
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

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
