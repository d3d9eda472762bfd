package amends.deploy.local;

import amends.contracts.wire.Wire;
import amends.deploy.TextTable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `deploy/status`
@Command(
        name = "status",
        separator = " ",
        mixinStandardHelpOptions = true,
        description = "Shows every process of the platform that runs on a data folder.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:all are ready", " 1:some are not, or nothing runs"})
public final class StatusCommand implements Callable<Integer> {

    private static final long MIB = 1024 * 1024;

    @Mixin DataOption data = new DataOption();

    @Option(names = "--json", description = "The same for programs.")
    boolean json;

    /// @param state `ready`, `not ready` or `ended`
    record Row(
            String process,
            long pid,
            int port,
            String state,
            long residentBytes,
            long uptimeSeconds,
            String log) {

        static Row of(LocalProcess process) {
            boolean alive = process.isAlive();
            return new Row(
                    process.name(),
                    process.pid(),
                    process.port(),
                    !alive ? "ended" : process.isReady() ? "ready" : "not ready",
                    process.residentBytes(),
                    alive ? Duration.between(process.startedAt(), Instant.now()).toSeconds() : 0,
                    process.log().toString());
        }
    }

    @Override
    public Integer call() throws IOException {
        Optional<LocalPlatform> platform = LocalPlatform.running(data.folder());
        List<Row> rows =
                platform.map(LocalPlatform::processes).orElse(List.of()).stream()
                        .map(Row::of)
                        .toList();
        if (json) {
            System.out.println(
                    new String(Wire.write(Map.of("processes", rows)), StandardCharsets.UTF_8));
        } else if (rows.isEmpty()) {
            System.out.println("Nothing runs on " + data.folder() + ". Start it: deploy/up");
        } else {
            System.out.print(table(rows));
        }
        boolean allReady =
                !rows.isEmpty() && rows.stream().allMatch(row -> row.state().equals("ready"));
        return allReady ? 0 : 1;
    }

    static String table(List<Row> rows) {
        TextTable table =
                new TextTable()
                        .left("process")
                        .right("pid")
                        .right("port")
                        .left("state")
                        .right("RSS")
                        .right("uptime")
                        .left("log");
        rows.forEach(
                row ->
                        table.row(
                                row.process(),
                                row.pid(),
                                row.port(),
                                row.state(),
                                row.residentBytes() / MIB + " MB",
                                uptime(row.uptimeSeconds()),
                                row.log()));
        long total = rows.stream().mapToLong(Row::residentBytes).sum();
        return table.row("together", "", "", "", total / MIB + " MB", "", "").toString();
    }

    static String uptime(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toMinutes() > 0
                        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                        : time.toSeconds() + " s";
    }
}
