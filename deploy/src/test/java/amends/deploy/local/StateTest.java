package amends.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class StateTest {

    private static final ProcessHandle MYSELF = ProcessHandle.current();

    @TempDir private Path folder;

    private final State empty = new State(8080, Map.of("A", "b"), List.of());

    @Test
    void comesBackAsItWasWritten() throws IOException {
        State written = empty.with(mine());
        written.write(folder.resolve("amends.json"));

        assertThat(State.in(folder.resolve("amends.json"))).contains(written);
    }

    @Test
    void knowsEachPartOnce() {
        State state = empty.with(record(1)).with(record(2));

        assertThat(state.processes()).extracting(ProcessRecord::pid).containsExactly(2L);
    }

    @Test
    void isAbsentBeforeTheFirstStart() throws IOException {
        assertThat(State.in(folder.resolve("amends.json"))).isEmpty();
    }

    @Test
    void saysWhatToDoWhenDamaged() throws IOException {
        Path file = Files.writeString(folder.resolve("amends.json"), "{\"portBase\":");

        assertThatThrownBy(() -> State.in(file)).hasMessageContaining("then delete the file");
    }

    @Test
    void findsTheProcessItStarted() {
        ProcessRecord mine = mine();

        assertThat(mine.handle()).contains(MYSELF);
    }

    @Test
    void takesALaterProcessWithTheSameNumberForAStranger() {
        ProcessRecord longAgo =
                new ProcessRecord("broker", MYSELF.pid(), Instant.EPOCH, 8085, "broker.log", null);

        assertThat(longAgo.handle()).isEmpty();
        assertThat(empty.with(longAgo).anyAlive()).isFalse();
    }

    private static ProcessRecord mine() {
        ProcessPlan plan =
                new ProcessPlan(
                        Part.BROKER,
                        List.of(),
                        Map.of(),
                        8085,
                        Path.of("broker.log"),
                        Path.of("broker.out"),
                        new Readiness.Listens(8085),
                        Path.of("broker.aot.new"));
        return ProcessRecord.of(plan, MYSELF);
    }

    private static ProcessRecord record(long pid) {
        return new ProcessRecord("broker", pid, Instant.EPOCH, 8085, "broker.log", null);
    }
}
