package amends.deploy.bench;

import amends.deploy.call.Api;
import amends.deploy.local.Part;
import amends.deploy.local.PlatformOptions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// How fast contacts become complaints, and commands are answered, with intake and workflow at
/// work.
final class WorkflowStage implements Stage {

    @Override
    public PlatformOptions platform() {
        return PlatformOptions.only(Part.INTAKE, Part.WORKFLOW, Part.GATEWAY);
    }

    @Override
    public void measure(Bench bench, Table table) throws Exception {
        contacts(bench, table);
        commands(bench, table);
        bench.settle();
        DoorOverhead.measure(bench, table);
    }

    private static void contacts(Bench bench, Table table) throws Exception {
        int count = bench.scaled(10_000);
        Bench.say("intake and workflow, rounds of " + count + " rows");
        long began = System.nanoTime();
        double perSecond = Bench.steady(round -> begunPerSecond(bench, "chain" + round, count));
        table.rate(
                "contact to first workflow event, both together",
                perSecond,
                Bench.since(began),
                "5,000 /s");
    }

    private static double begunPerSecond(Bench bench, String run, int count) throws Exception {
        Path rows = Payload.file(run, count);
        long began = System.nanoTime();
        CompletableFuture<Void> upload = bench.uploading(run, rows);
        bench.awaitBegun(run, count);
        double perSecond = Bench.perSecond(count, began);
        upload.join();
        bench.awaitViews(run + "-seen");
        return perSecond;
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
