package amends.deploy.bench;

import amends.contracts.wire.Wire;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Complaints in canonical form of some 600 bytes each, all different.
final class Payload {

    static final String TEXT =
            "The washing machine stops before the spin cycle every single time. I have followed the"
                + " manual exactly, cleaned the filter, levelled the feet and called your line"
                + " twice, where I waited for half an hour. Please send somebody or replace it, we"
                + " have two small children and laundry every day.";

    private Payload() {}

    /// @param run tells the complaints of one measurement from those of another
    static byte[] contact(String run, int number) {
        return Wire.write(fields(run, number));
    }

    static Map<String, Object> fields(String run, int number) {
        return Map.of(
                "id",
                run + "-" + number,
                "channel",
                "web",
                "language",
                "en",
                "product",
                "SoloWash " + number % 20,
                "subject",
                "Stops before spinning, number " + number,
                "text",
                TEXT,
                "customer",
                Map.of("name", "Customer " + number, "email", run + number + "@customer.example"));
    }

    /// A file of complaints, one a line; it goes with the process.
    static Path file(String run, int count) throws IOException {
        Path file = Files.createTempFile("amends-bench-", ".ndjson");
        file.toFile().deleteOnExit();
        try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < count; i++) {
                lines.write(contact(run, i));
                lines.write('\n');
            }
        }
        return file;
    }
}
