package amends.intake.drop;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The files of a folder that are whole: those that have neither grown nor changed for a while, and
/// don't say by their name that somebody is still writing. A link is no file: it may lead anywhere.
final class Arrivals {

    private static final List<String> UNFINISHED =
            List.of(".part", ".partial", ".tmp", ".filepart", ".crdownload", "~");

    /// How a file looks; another look means that it was written to.
    record Look(long size, Instant changed) {
        static Look at(Path file) throws IOException {
            BasicFileAttributes now =
                    Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
            return new Look(now.size(), now.lastModifiedTime().toInstant());
        }
    }

    private record Seen(Look look, Instant since) {}

    private final Duration quiet;
    private Map<Path, Seen> seen = new HashMap<>();

    Arrivals(Duration quiet) {
        this.quiet = quiet;
    }

    /// In the order of their names.
    List<Path> whole(Path folder, Instant now) throws IOException {
        Map<Path, Seen> still = new HashMap<>();
        List<Path> whole = new ArrayList<>();
        for (Path file : candidates(folder)) {
            try {
                Look look = Look.at(file);
                Seen before = seen.get(file);
                Seen one =
                        before != null && before.look().equals(look) ? before : new Seen(look, now);
                still.put(file, one);
                if (Duration.between(one.since(), now).compareTo(quiet) >= 0) {
                    whole.add(file);
                }
            } catch (NoSuchFileException e) {
                still.remove(file); // somebody took it away meanwhile
            }
        }
        seen = still;
        return whole;
    }

    private static List<Path> candidates(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, NOFOLLOW_LINKS))
                    .filter(Arrivals::isFinished)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isFinished(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith);
    }
}
