package amends.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.intake.channel.Row;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

class ReadAheadTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicInteger read = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void rowsAreHandedOnInTheirOrderWhoeverUnderstandsThemFirst() throws Exception {
        List<Long> handedOn = new ArrayList<>();
        Set<Thread> understanding = ConcurrentHashMap.newKeySet();
        new ReadAhead(
                        rows(5_000, 10),
                        row -> {
                            understanding.add(Thread.currentThread());
                            LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(20_000));
                            return () -> handedOn.add(row.number());
                        },
                        threads)
                .run();

        assertThat(handedOn)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 5_000).boxed().toList());
        assertThat(understanding).hasSizeGreaterThan(1);
    }

    @Test
    void noMoreIsReadAheadThanSomeBatches() throws Exception {
        List<Integer> distances = new ArrayList<>();
        new ReadAhead(
                        rows(5_000, 10),
                        row -> () -> distances.add((int) (read.get() - row.number())),
                        threads)
                .run();

        assertThat(distances).allSatisfy(it -> assertThat(it).isLessThanOrEqualTo(9 * 64));
    }

    @Test
    void ofLongRowsFewAreReadAhead() throws Exception {
        List<Integer> distances = new ArrayList<>();
        new ReadAhead(
                        rows(100, 200_000),
                        row -> () -> distances.add((int) (read.get() - row.number())),
                        threads)
                .run();

        assertThat(distances).allSatisfy(it -> assertThat(it).isLessThanOrEqualTo(9 * 2));
    }

    @Test
    void aRowThatBreaksItsReaderEndsTheImport() {
        ReadAhead ahead =
                new ReadAhead(
                        rows(200, 10),
                        row -> {
                            throw new IllegalArgumentException("no row");
                        },
                        threads);

        assertThatThrownBy(ahead::run).hasRootCauseMessage("no row");
    }

    private Rows rows(int count, int length) {
        String raw = "x".repeat(length);
        return () ->
                read.get() == count ? null : new Row.Whole(read.incrementAndGet(), raw, List.of());
    }
}
