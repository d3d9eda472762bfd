package amends.deploy.upload;

import amends.deploy.call.Api;
import amends.deploy.call.Refused;
import amends.deploy.call.Unreachable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// One file on its way to intake. It is read as it is sent, so its size does not matter.
final class FileUpload {

    private final Api api;
    private final Path file;
    private final String mapping;
    private final String id = UUID.randomUUID().toString();
    private final AtomicLong sent = new AtomicLong();

    FileUpload(Api api, Path file, String mapping) {
        this.api = api;
        this.file = file;
        this.mapping = mapping;
    }

    Answer send() throws IOException, InterruptedException {
        String path =
                "/api/intake/bulk?mapping="
                        + URLEncoder.encode(mapping, StandardCharsets.UTF_8)
                        + "&importId="
                        + id;
        return Answer.read(
                api.upload(path, contentType(file), BodyPublishers.ofInputStream(this::open)));
    }

    /// Bytes that have left so far.
    long sent() {
        return sent.get();
    }

    /// How the platform counts it at this moment; empty before it has begun.
    Optional<Tally> progress() {
        try {
            return Optional.of(Tally.of(api.get("/api/intake/imports/" + id)));
        } catch (Refused | Unreachable e) {
            return Optional.empty();
        }
    }

    static String contentType(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            return "application/gzip";
        }
        boolean lines =
                name.endsWith(".ndjson") || name.endsWith(".jsonl") || name.endsWith(".json");
        return lines ? "application/x-ndjson" : "text/csv";
    }

    private InputStream open() {
        try {
            return new Counting(Files.newInputStream(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            sent.addAndGet(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            sent.addAndGet(Math.max(0, count));
            return count;
        }
    }
}
