package amends.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

class QuietSavesTest {

    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final long SEVERAL_TIMES = 30;

    @TempDir Path folder;

    @Test
    void theFileIsWrittenBetweenRequestsAndNeverDuringOne() {
        String file = folder.resolve("views.mv").toString();
        try (MVStore store = new MVStore.Builder().fileName(file).autoCommitDisabled().open();
                QuietSaves saves = new QuietSaves(store, OFTEN)) {
            Map<Integer, String> views = store.openMap("views");
            for (int i = 0; i < 10; i++) {
                int number = i;
                long written = saves.during(() -> version(views, number, store));
                await().until(store::getCurrentVersion, version -> version > written);
            }
        }
    }

    private static long version(Map<Integer, String> views, int number, MVStore store) {
        views.put(number, "case");
        long before = store.getCurrentVersion();
        try {
            TimeUnit.MILLISECONDS.sleep(SEVERAL_TIMES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(store.getCurrentVersion()).isEqualTo(before);
        return before;
    }
}
