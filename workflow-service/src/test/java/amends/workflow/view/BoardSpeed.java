package amends.workflow.view;

import amends.contracts.routing.QueueName;
import amends.contracts.wire.Wire;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long a page of the board takes with 50,000 open complaints, from the question to the JSON.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BoardSpeed {

    private static final int OPEN = 50_000;
    private static final int PAGE = 50;

    private final BoardIndex index = new BoardIndex();
    private final Board board =
            new Board(index, new LiveChanges(), Clock.fixed(BoardRows.NOW, ZoneOffset.UTC));
    private final BoardRow row = new BoardRows(1).next(0);
    private @Nullable String cursor;

    @Setup(Level.Trial)
    public void fill() {
        BoardRows rows = new BoardRows(7);
        for (int i = 0; i < OPEN; i++) {
            index.put(rows.next(i));
        }
    }

    /// Page after page of one queue by due time, and again from its beginning.
    @Benchmark
    public byte[] nextPageOfAQueue() {
        BoardFilter filter =
                new BoardFilter(
                        new QueueName("billing"),
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        LivePage<RowJson> page =
                board.page(new BoardQuery(filter, BoardOrder.DUE, cursor, PAGE), Sight.UNLIMITED);
        cursor = page.next();
        return Wire.write(page);
    }

    /// The dearest search: words that nobody wrote, in all queues.
    @Benchmark
    public LivePage<RowJson> searchInVain() {
        BoardFilter filter =
                new BoardFilter(
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "customer nobody");
        return board.page(new BoardQuery(filter, BoardOrder.PRIORITY, null, PAGE), Sight.UNLIMITED);
    }

    @Benchmark
    public List<QueueCounts> counts() {
        return board.counts(Sight.UNLIMITED);
    }

    /// What a change costs the board.
    @Benchmark
    public int change() {
        index.put(row);
        return index.size();
    }
}
