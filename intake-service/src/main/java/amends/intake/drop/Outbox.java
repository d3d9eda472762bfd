package amends.intake.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;

/// Where files go that are dealt with, each with its report. A name that is taken gets the time
/// before it.
final class Outbox {

    private final Path folder;
    private final InstantSource clock;

    Outbox(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    void put(Path file, Path report, String kind) throws IOException {
        Files.createDirectories(folder);
        String name = file.getFileName().toString();
        String free =
                Files.exists(folder.resolve(name))
                        ? clock.instant().toEpochMilli() + "-" + name
                        : name;
        Files.move(
                report,
                folder.resolve(free + ".report" + kind),
                StandardCopyOption.REPLACE_EXISTING);
        Files.move(file, folder.resolve(free), StandardCopyOption.ATOMIC_MOVE);
    }
}
