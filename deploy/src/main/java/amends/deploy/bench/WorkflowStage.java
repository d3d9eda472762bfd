package amends.deploy.bench;

import amends.deploy.call.Api;
import amends.deploy.local.Part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// How fast contacts become complaints, and commands are answered, with intake and workflow at
/// work.
final class WorkflowStage implements Stage {

    @Override
    public Set<Part> services() {
        return Set.of(Part.INTAKE, Part.WORKFLOW, Part.GATEWAY);
    }

    @Override
    public void measure(Bench bench, Table table) throws Exception {
        contacts(bench, table);
        commands(bench, table);
    }

    private static void contacts(Bench bench, Table table) throws Exception {
        int count = bench.scaled(40_000);
        Bench.say("intake and workflow, " + count + " rows");
        for (String run : List.of("warm", "chain")) {
            Path rows = Payload.file(run, count);
            long began = System.nanoTime();
            CompletableFuture<Void> upload = bench.uploading(run, rows);
            bench.awaitBegun(run, count);
            if (run.equals("chain")) {
                table.rate(
                        "contact to first workflow event, both together",
                        count,
                        Bench.since(began),
                        "5,000 /s");
            }
            upload.join();
            bench.awaitViews(run + "-seen");
        }
    }

    private static void commands(Bench bench, Table table) {
        int count = bench.scaled(2_000);
        Bench.say("commands, " + count + " one after the other");
        Latencies latencies = new Latencies();
        long began = System.nanoTime();
        try (Api operations = bench.operations()) {
            List<String> ids = new ArrayList<>();
            operations
                    .get("/api/board?limit=100")
                    .path("items")
                    .forEach(row -> ids.add(row.path("id").asString("")));
            for (int i = 0; i < count; i++) {
                long sent = System.nanoTime();
                operations.post(
                        "/api/complaints/" + ids.get(i % ids.size()) + "/reply",
                        Map.of("text", "We look into it " + i));
                if (i >= count / 4) {
                    latencies.add(System.nanoTime() - sent);
                }
            }
        }
        table.latency(
                "command to outcome, through the gateway",
                latencies,
                Bench.since(began),
                "p50 below 30 ms");
    }
}
