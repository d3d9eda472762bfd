package amends.deploy.local;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// All that is needed to start one process and to see it ready.
///
/// @param console takes what it prints
/// @param learning where it leaves what makes later starts fast, if it is asked to
record ProcessPlan(
        Part part,
        List<String> command,
        Map<String, String> environment,
        int port,
        Path log,
        Path console,
        Readiness ready,
        @Nullable Path learning) {

    ProcessPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// Its working folder takes what a crashing JVM leaves behind.
    Process start(Path folder) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(console.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // glibc would keep many arenas of native memory for the threads of RocksDB and the compiler
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        return builder.start();
    }
}
