package amends.deploy.local;

import amends.contracts.wire.UnreadableMessage;
import amends.contracts.wire.Wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What was started, as kept in `amends.json`: enough to find, judge and stop it later.
record State(int portBase, Map<String, String> environment, List<ProcessRecord> processes) {

    State {
        environment = Map.copyOf(environment);
        processes = List.copyOf(processes);
    }

    static Optional<State> in(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Wire.read(Files.readAllBytes(file), State.class));
        } catch (UnreadableMessage e) {
            throw new IOException(
                    file
                            + " is damaged. End the processes of this data folder by hand, then"
                            + " delete the file.",
                    e);
        }
    }

    void write(Path file) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.write(half, Wire.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    }

    State with(ProcessRecord started) {
        Stream<ProcessRecord> others =
                processes.stream().filter(it -> !it.name().equals(started.name()));
        return new State(portBase, environment, Stream.concat(others, Stream.of(started)).toList());
    }

    Optional<ProcessRecord> process(Part part) {
        return processes.stream().filter(it -> it.name().equals(part.title())).findFirst();
    }

    boolean anyAlive() {
        return processes.stream().anyMatch(process -> process.handle().isPresent());
    }
}
