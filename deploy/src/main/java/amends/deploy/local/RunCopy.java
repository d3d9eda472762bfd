package amends.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What a process runs from: an unpacked copy of its jar, made once per build. It starts faster
/// than the jar itself, and a later build does not pull it away from under the process.
///
/// Beside it lies the JVM's ahead-of-time cache, which more than halves the work of starting. It is
/// recorded by a first run and written when that run ends in good order.
///
/// @param source the built jar
/// @param folder the copy
record RunCopy(Part part, Path source, Path folder) {

    private static final int KEPT = 2;

    static RunCopy of(Part part, Installation installation) {
        Path source = part.isService() ? installation.jar(part) : installation.deployJar();
        Path all = installation.root().resolve("deploy/target/run");
        return new RunCopy(part, source, all.resolve(name(source) + "-" + stamp(source)));
    }

    Path jar() {
        return folder.resolve(source.getFileName());
    }

    private Path cache() {
        return folder.resolve(part.title() + ".aot");
    }

    /// Where a run that learns leaves its cache until it has ended.
    Path unfinishedCache() {
        return folder.resolve(part.title() + ".aot.new");
    }

    boolean hasCache() {
        return Files.exists(cache());
    }

    List<String> flags(boolean learning) {
        if (hasCache()) {
            return List.of("-XX:AOTCache=" + cache());
        }
        return learning ? List.of("-XX:AOTCacheOutput=" + unfinishedCache()) : List.of();
    }

    /// After a run has ended in good order.
    static void takeOver(Path unfinished) throws IOException {
        if (Files.exists(unfinished)) {
            String name = unfinished.getFileName().toString();
            Files.move(
                    unfinished,
                    unfinished.resolveSibling(name.substring(0, name.length() - ".new".length())));
        }
    }

    void prepare(Path java) throws IOException {
        if (Files.exists(jar())) {
            return;
        }
        forgetOlderOnes();
        Path half =
                folder.resolveSibling(
                        folder.getFileName() + ".part-" + ProcessHandle.current().pid());
        Files.createDirectories(half);
        if (part.isService()) {
            unpack(java, half);
        } else {
            copy(half);
        }
        Files.move(half, folder);
    }

    /// Spring Boot's own way: the application without its libraries, and those in a folder.
    private void unpack(Path java, Path target) throws IOException {
        Process tool =
                new ProcessBuilder(
                                java.toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Djarmode=tools",
                                "-jar",
                                source.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                target.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.onExit().join().exitValue() != 0) {
            throw new IOException(
                    source
                            + " cannot be unpacked; build it again: deploy/up does so after `mvn"
                            + " clean`. "
                            + said.strip());
        }
    }

    private void copy(Path target) throws IOException {
        Path libraries = Files.createDirectories(target.resolve("lib"));
        Files.copy(source, target.resolve(source.getFileName()));
        try (Stream<Path> files = Files.list(source.resolveSibling("lib"))) {
            for (Path file : files.toList()) {
                Files.copy(file, libraries.resolve(file.getFileName()));
            }
        }
    }

    /// Another platform may still run from the copy before this one.
    private void forgetOlderOnes() throws IOException {
        Path all = Files.createDirectories(folder.getParent());
        List<Path> older;
        try (Stream<Path> copies = Files.list(all)) {
            older =
                    copies.filter(
                                    copy ->
                                            copy.getFileName()
                                                    .toString()
                                                    .matches(name(source) + "-[0-9a-f]+"))
                            .sorted(Comparator.comparingLong(RunCopy::changed).reversed())
                            .skip(KEPT - 1L)
                            .toList();
        }
        for (Path copy : older) {
            delete(copy);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static long changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".jar", "");
    }

    private static String stamp(Path source) {
        return Long.toHexString(Files.exists(source) ? changed(source) : 0);
    }
}
