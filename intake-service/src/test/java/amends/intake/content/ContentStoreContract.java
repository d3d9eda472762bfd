package amends.intake.content;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.ContentHash;
import amends.contracts.contact.ScanFinding;
import amends.intake.channel.FileContent;
import amends.intake.content.ContentStore.Found;
import amends.intake.content.ContentStore.Found.Stored;
import amends.intake.content.ContentStore.Found.Withheld;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What every store of files promises.
abstract class ContentStoreContract {

    static final FileContent FILE = new FileContent("%PDF".getBytes(StandardCharsets.US_ASCII));
    static final ScanFinding FINDING = new ScanFinding("Eicar-Test-Signature");

    abstract ContentStore store() throws IOException;

    /// Puts it where it lies, past the store.
    abstract void leave(FileContent file) throws IOException;

    /// Names without folders.
    abstract List<String> kept() throws IOException;

    @Test
    void aFileIsKeptOnceHoweverOftenItComes() throws IOException {
        ContentStore store = store();
        store.keep(FILE);
        store.keep(new FileContent(FILE.bytes()));
        assertThat(bytes(store.find(FILE.hash()).orElseThrow())).isEqualTo(FILE.bytes());
        assertThat(kept()).containsExactly(FILE.hash().value());
    }

    @Test
    void anEmptyFileAndALargeOneAreKept() throws IOException {
        ContentStore store = store();
        for (int size : new int[] {0, 3_000_000}) {
            FileContent file = new FileContent(new byte[size]);
            store.keep(file);
            assertThat(bytes(store.find(file.hash()).orElseThrow())).isEqualTo(file.bytes());
        }
    }

    @Test
    void whatWasNeverKeptIsNotThere() throws IOException {
        assertThat(store().find(new ContentHash("0".repeat(64)))).isEmpty();
    }

    @Test
    void whatACrashLeftBesideAFindingIsWithheldUntilTheFileIsFoundClean() throws IOException {
        ContentStore store = store();
        store.withhold(FILE.hash(), FINDING);
        leave(FILE);
        assertThat(store.find(FILE.hash())).contains(new Withheld(FINDING));
        store.keep(FILE);
        assertThat(bytes(store.find(FILE.hash()).orElseThrow())).isEqualTo(FILE.bytes());
        assertThat(kept()).containsExactly(FILE.hash().value());
    }

    @Test
    void nothingIsLeftOfAFileThatIsWithheldButTheReason() throws IOException {
        ContentStore store = store();
        store.keep(FILE);
        store.withhold(FILE.hash(), FINDING);
        store.withhold(FILE.hash(), FINDING);
        assertThat(store.find(FILE.hash())).contains(new Withheld(FINDING));
        assertThat(kept()).hasSize(1).doesNotContain(FILE.hash().value());
    }

    @Test
    void aFileThatIsFoundCleanLaterIsHandedOutAgain() throws IOException {
        ContentStore store = store();
        store.withhold(FILE.hash(), FINDING);
        store.keep(FILE);
        assertThat(bytes(store.find(FILE.hash()).orElseThrow())).isEqualTo(FILE.bytes());
        assertThat(kept()).containsExactly(FILE.hash().value());
    }

    static byte[] bytes(Found found) throws IOException {
        assertThat(found).isInstanceOf(Stored.class);
        Stored stored = (Stored) found;
        try (InputStream in = stored.bytes()) {
            byte[] bytes = in.readAllBytes();
            assertThat(stored.size()).isEqualTo(bytes.length);
            return bytes;
        }
    }
}
