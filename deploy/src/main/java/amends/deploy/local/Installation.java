package amends.deploy.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Where the built project and the JDK lie.
record Installation(Path root, Path java) {

    static Installation here() {
        Path root = Path.of(System.getProperty("amends.root", ".")).toAbsolutePath().normalize();
        return new Installation(root, Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    Path jar(Part part) {
        return root.resolve(part.title()).resolve("target").resolve(part.title() + ".jar");
    }

    /// Its manifest names all it needs, in `lib` beside it.
    Path deployJar() {
        return root.resolve("deploy/target/deploy.jar");
    }

    boolean has(Part part) {
        return Files.exists(part.isService() ? jar(part) : deployJar());
    }

    static Optional<Path> onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
