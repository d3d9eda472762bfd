package amends.intake.drop;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import amends.contracts.contact.SourceName;
import amends.contracts.policy.PolicyName;
import amends.intake.Pauses;
import amends.intake.SourceReader;
import amends.intake.bulk.ImportId;
import amends.intake.bulk.Importer;
import amends.intake.bulk.Imports;
import amends.intake.bulk.Progress;
import amends.intake.bulk.RefusedUpload;
import amends.intake.bulk.Upload;
import amends.intake.channel.Scope;
import amends.intake.drop.Arrivals.Look;
import amends.intake.ledger.Remainders;
import amends.intake.mapping.Mapping;
import amends.intake.mapping.Mappings;
import amends.intake.normalise.Hashes;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Imports the files of one folder by its mapping, one after the other. A file moves to `done` when
/// each of its rows is durable, and to `failed` when it can't be read at all, a report beside it
/// either way; until then it stays, and is imported again, which repeats nothing. Rows that are
/// durable and not answered yet are `undecided` in the report; the books look after them.
final class DropFolder implements SourceReader {

    static final String CANONICAL = "canonical";
    private static final Logger LOGGER = LoggerFactory.getLogger(DropFolder.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final int ID_LENGTH = 32;

    private final Path folder;
    private final String mapping;
    private final Mappings mappings;
    private final DropSettings settings;
    private final Importer importer;
    private final Imports imports;
    private final Remainders remainders;
    private final InstantSource clock;
    private final Arrivals arrivals;
    private final Set<Path> waiting = new HashSet<>();
    private final Pauses pauses = new Pauses();
    private final Thread thread;

    DropFolder(
            Path folder,
            Mappings mappings,
            DropSettings settings,
            Importer importer,
            Imports imports,
            Remainders remainders,
            InstantSource clock) {
        this.folder = folder;
        this.mapping = folder.getFileName().toString();
        this.mappings = mappings;
        this.settings = settings;
        this.importer = importer;
        this.imports = imports;
        this.remainders = remainders;
        this.clock = clock;
        this.arrivals = new Arrivals(settings.quiet());
        this.thread = Thread.ofPlatform().name("drop-" + mapping).daemon().unstarted(this::run);
    }

    @Override
    public void start() {
        thread.start();
    }

    /// What is being imported breaks off, and is imported again at the next start.
    @Override
    public void stop() throws InterruptedException {
        pauses.stop();
        thread.interrupt();
        thread.join(STOP_PATIENCE);
    }

    private void run() {
        while (!pauses.areStopped()) {
            try {
                boolean clear = true;
                for (Path file : arrivals.whole(folder, clock.instant())) {
                    clear &= isTaken(file);
                }
                forgetGone();
                restAfter(clear);
            } catch (IOException e) {
                LOGGER.warn("The folder {} waits {}: {}", folder, pauses.next(), e.toString());
                pauses.rest();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void restAfter(boolean clear) {
        if (clear) {
            pauses.succeeded();
            pauses.rest(settings.poll());
        } else {
            pauses.rest();
        }
    }

    /// No file holds up the next.
    private boolean isTaken(Path file) throws InterruptedException {
        try {
            long lost = take(file);
            if (lost > 0) {
                LOGGER.warn("{} waits {}: {} rows are not durable", file, pauses.next(), lost);
            }
            return lost == 0;
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("{} waits {}: {}", file, pauses.next(), e.toString());
            waiting.add(file);
            tell(file, 1, List.of(file.getFileName() + ", as a whole: " + e.getMessage()));
            return false;
        }
    }

    /// @return how many rows are not durable
    private long take(Path file) throws IOException, InterruptedException {
        Look before = Look.at(file);
        Path report = file.resolveSibling("." + file.getFileName() + ".report");
        try (InputStream rows = Files.newInputStream(file, NOFOLLOW_LINKS);
                OutputStream lines = fresh(report)) {
            ImportId id = id(file, before);
            long lost = importer.run(upload(id), rows, () -> lines);
            Progress progress = imports.progress(id).orElseThrow();
            tell(file, lost, progress);
            if (lost > 0) {
                return lost;
            }
        } catch (RefusedUpload e) {
            if (e.why() != RefusedUpload.Why.UNREADABLE) {
                throw e;
            }
            Files.writeString(report, e.getMessage() + "\n");
            new Outbox(folder.resolve("failed"), clock).put(file, report, ".txt");
            LOGGER.error("{} can't be imported: {}", file, e.getMessage());
            return 0;
        }
        if (Look.at(file).equals(before)) {
            new Outbox(folder.resolve("done"), clock).put(file, report, ".ndjson");
        }
        return 0;
    }

    /// Not what somebody else has put in its place.
    private static OutputStream fresh(Path report) throws IOException {
        Files.deleteIfExists(report);
        return Files.newOutputStream(report, CREATE_NEW, WRITE);
    }

    /// The file's own count of its rows.
    private void tell(Path file, long lost, Progress progress) {
        waiting.add(file);
        tell(file, lost, List.of(file.getFileName() + ", " + progress.received() + " rows"));
    }

    /// Nobody misses what is no longer here: done, failed, or taken away.
    private void forgetGone() {
        for (Path file : List.copyOf(waiting)) {
            if (Files.notExists(file, NOFOLLOW_LINKS)) {
                waiting.remove(file);
                tell(file, 0, List.of());
            }
        }
    }

    private void tell(Path file, long count, List<String> ids) {
        remainders.report(
                new SourceName("file:" + mapping),
                Remainders.Kind.FILE,
                String.valueOf(file.getFileName()),
                count,
                ids,
                clock.instant());
    }

    private Upload upload(ImportId id) {
        return new Upload(id, named(), null, null, false, Scope.EVERYTHING);
    }

    private @Nullable Mapping named() {
        return mapping.equals(CANONICAL)
                ? null
                : mappings.named(new PolicyName(mapping)).orElseThrow();
    }

    private ImportId id(Path file, Look look) {
        String hash = Hashes.of(file.toAbsolutePath() + " " + look).value();
        return new ImportId("drop-" + hash.substring(0, ID_LENGTH));
    }
}
