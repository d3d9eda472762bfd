package amends.deploy.upload;

import amends.deploy.call.Api;
import amends.deploy.call.Refused;
import amends.deploy.local.DataOption;
import amends.deploy.local.LocalPlatform;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// `deploy/import`
@Command(
        name = "import",
        separator = " ",
        mixinStandardHelpOptions = true,
        description = {
            "Sends a file of complaints: CSV with a mapping, or NDJSON in canonical form; plain or"
                    + " gzip.",
            "A row taken in before changes nothing, so an import that broke off is simply run"
                    + " again."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:every row is accounted for",
            " 1:something is open or went wrong; the output says what to do"
        })
public final class ImportCommand implements Callable<Integer> {

    private static final long LOOK_MS = 500;

    @Parameters(paramLabel = "FILE", description = "What to send.")
    @Nullable Path file;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description =
                    "How its columns are read, for example ja-mlit-defects or en-cfpb. Default:"
                            + " canonical (NDJSON).")
    String mapping = "canonical";

    @Mixin DataOption data = new DataOption();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Another platform than the local one.")
    @Nullable URI url;

    @Option(names = "--key", paramLabel = "KEY", description = "Its integration key.")
    @Nullable String key;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path existing = file;
        if (existing == null || !Files.isReadable(existing)) {
            throw new IOException("There is no readable file " + existing + ".");
        }
        try (Api api = platform()) {
            return run(new FileUpload(api, existing, mapping), existing);
        }
    }

    private Api platform() throws IOException {
        if (url != null) {
            if (key == null) {
                throw new IOException("--url needs --key: the integration key of that platform.");
            }
            return Api.withKey(url, key);
        }
        LocalPlatform platform = data.platform();
        return Api.withKey(
                platform.gateway(),
                key != null ? key : platform.credentials().apiKeys().integration());
    }

    private static int run(FileUpload upload, Path file) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> answer = sending.submit(upload::send);
            Answer result = watch(upload, file, answer);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return report(result, took);
        } catch (ExecutionException e) {
            throw explained(upload, e.getCause());
        }
    }

    private static Answer watch(FileUpload upload, Path file, Future<Answer> answer)
            throws IOException, InterruptedException, ExecutionException {
        try (ProgressBar bar = bar(file)) {
            while (true) {
                try {
                    Answer result = answer.get(LOOK_MS, TimeUnit.MILLISECONDS);
                    bar.stepTo(bar.getMax());
                    return result;
                } catch (TimeoutException e) {
                    bar.stepTo(upload.sent());
                    upload.progress()
                            .ifPresent(
                                    tally ->
                                            bar.setExtraMessage(
                                                    message(tally, bar.getElapsedAfterStart())));
                }
            }
        }
    }

    private static ProgressBar bar(Path file) throws IOException {
        return new ProgressBarBuilder()
                .setTaskName(file.getFileName().toString())
                .setInitialMax(Files.size(file))
                .setUnit(" MB", 1_000_000)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis((int) LOOK_MS)
                .hideEta()
                .build();
    }

    static String message(Tally tally, Duration elapsed) {
        double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
        return String.format(
                Locale.ROOT,
                " %,d rows, %,.0f decided/s",
                tally.received(),
                tally.decided() / seconds);
    }

    private static int report(Answer answer, Duration took) {
        if (answer.tally().isEmpty()) {
            System.out.println(
                    "The answer broke off before its sum. Run the same command again: nothing is"
                            + " taken twice.");
            return 1;
        }
        Tally tally = answer.tally().get();
        double seconds = took.toMillis() / 1000.0;
        System.out.println(tally.table());
        answer.troubles().forEach(System.out::println);
        System.out.printf(
                Locale.ROOT,
                "%.1f s, %,.0f rows/s%n",
                seconds,
                tally.received() / Math.max(seconds, 0.001));
        if (!tally.balances()) {
            System.out.println(
                    "Not every row is accounted for. Run the same command again: nothing is taken"
                            + " twice.");
            return 1;
        }
        return 0;
    }

    private static IOException explained(FileUpload upload, @Nullable Throwable failure) {
        return failure instanceof Refused
                ? new IOException(failure.getMessage(), failure)
                : new IOException(
                        "The import broke off after "
                                + Tally.grouped(upload.sent())
                                + " bytes ("
                                + failure
                                + "). Run the same command again: nothing is taken twice.",
                        failure);
    }
}
