package amends.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What became of one target.
///
/// @param executions how many inputs it was given
/// @param finding how it broke; blank when it held
record FuzzOutcome(String target, String seconds, long executions, String finding) {

    static final String HEAD = row("target", "seconds", "executions", "finding");

    private static final Pattern EXECUTIONS =
            Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
    private static final Pattern FINDING =
            Pattern.compile("(?:== Java Exception: |ERROR: libFuzzer: |ERROR: )(.{1,120})");
    private static final String UNKNOWN = "it ended without saying why";

    static FuzzOutcome of(String target, String seconds, int exit, Path said) throws IOException {
        List<String> lines = Files.readAllLines(said, StandardCharsets.ISO_8859_1);
        long executions =
                lines.stream()
                        .map(EXECUTIONS::matcher)
                        .filter(Matcher::find)
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .sum();
        String finding =
                lines.stream()
                        .map(FINDING::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElse(UNKNOWN);
        return new FuzzOutcome(target, seconds, executions, exit == 0 ? "" : finding);
    }

    boolean isBroken() {
        return !finding.isEmpty();
    }

    @Override
    public String toString() {
        return row(target, seconds, String.valueOf(executions), finding);
    }

    private static String row(String target, String seconds, String executions, String finding) {
        return "%-14s %8s %12s  %s".formatted(target, seconds, executions, finding).stripTrailing();
    }
}
