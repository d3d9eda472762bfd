package amends.intake.bulk;

import amends.intake.channel.Row;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Understands the rows of a file on several threads and hands them on in the order of the file.
/// How much is read ahead is bounded in rows and in characters.
final class ReadAhead {

    private static final int BATCHES = 8;
    private static final int ROWS = 64;
    private static final int CHARACTERS = 256 * 1024;

    /// What is to be done with a row when it is its turn.
    interface Turn {
        void take() throws InterruptedException;
    }

    private final Rows rows;
    private final Function<Row, Turn> understanding;
    private final ExecutorService threads;
    private final Deque<Future<List<Turn>>> ahead = new ArrayDeque<>(BATCHES);

    ReadAhead(Rows rows, Function<Row, Turn> understanding, ExecutorService threads) {
        this.rows = rows;
        this.understanding = understanding;
        this.threads = threads;
    }

    void run() throws IOException, InterruptedException {
        for (List<Row> batch = batch(); !batch.isEmpty(); batch = batch()) {
            if (ahead.size() == BATCHES) {
                handOn(ahead.remove());
            }
            List<Row> read = batch;
            ahead.add(threads.submit(() -> read.stream().map(understanding).toList()));
        }
        while (!ahead.isEmpty()) {
            handOn(ahead.remove());
        }
    }

    private List<Row> batch() throws IOException {
        List<Row> batch = new ArrayList<>(ROWS);
        int characters = 0;
        while (batch.size() < ROWS && characters < CHARACTERS) {
            Row row = rows.next();
            if (row == null) {
                break;
            }
            characters += row.length();
            batch.add(row);
        }
        return batch;
    }

    private static void handOn(Future<List<Turn>> batch) throws InterruptedException {
        try {
            for (Turn turn : batch.get()) {
                turn.take();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Rows could not be understood", e.getCause());
        }
    }
}
