package amends.intake.transcribe;

import amends.intake.channel.Transcriber;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Asks a command of the operator's: it gets the path of a file with the scan as its last argument
/// and writes the words, UTF-8, to its standard output. What fails or takes too long has no words,
/// nor has what waits too long for its turn.
public final class CommandTranscriber implements Transcriber {

    private static final Logger LOG = LoggerFactory.getLogger(CommandTranscriber.class);
    private static final int LONGEST = 1_000_000;

    /// Commands that run at the same time.
    static final int MOST = 2;

    private final Semaphore turns = new Semaphore(MOST, true);
    private final List<String> command;
    private final Duration patience;

    private CommandTranscriber(List<String> command, Duration patience) {
        this.command = List.copyOf(command);
        this.patience = patience;
    }

    /// @param command empty: nothing reads scans
    /// @param patience for one scan
    public static Transcriber of(List<String> command, Duration patience) {
        return command.isEmpty() ? NONE : new CommandTranscriber(command, patience);
    }

    @Override
    public Optional<String> words(String mediaType, byte[] scan) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} has too many scans to read", command.getFirst());
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return inTurn(mediaType, scan);
        } finally {
            turns.release();
        }
    }

    private Optional<String> inTurn(String mediaType, byte[] scan) {
        try {
            Path folder = Files.createTempDirectory("scan");
            Path input = folder.resolve("scan" + suffix(mediaType));
            Path output = folder.resolve("words.txt");
            try {
                Files.write(input, scan);
                return run(input, output);
            } finally {
                Files.deleteIfExists(input);
                Files.deleteIfExists(output);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            LOG.warn("A scan could not be handed to {}", command.getFirst(), e);
            return Optional.empty();
        }
    }

    private Optional<String> run(Path input, Path output) throws IOException {
        List<String> call = new ArrayList<>(command);
        call.add(input.toString());
        Process process =
                new ProcessBuilder(call)
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} took longer than {} for a scan", command.getFirst(), patience);
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            end(process);
        }
        return process.exitValue() == 0 ? words(output) : Optional.empty();
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Optional<String> words(Path output) throws IOException {
        if (Files.size(output) > LONGEST) {
            return Optional.empty();
        }
        String words = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static String suffix(String mediaType) {
        return mediaType.endsWith("pdf") ? ".pdf" : ".tiff";
    }
}
