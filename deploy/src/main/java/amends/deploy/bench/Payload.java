package amends.deploy.bench;

import amends.contracts.wire.Wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Complaints in canonical form of some 600 bytes each, all different.
final class Payload {

    private static final String TEXT =
            "The washing machine stops before the spin cycle every single time. I have followed the"
                + " manual exactly, cleaned the filter, levelled the feet and called your line"
                + " twice, where I waited for half an hour. Please send somebody or replace it, we"
                + " have two small children and laundry every day.";

    private Payload() {}

    /// @param run tells the complaints of one measurement from those of another
    static byte[] contact(String run, int number) {
        return Wire.write(
                Map.of(
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
                        Map.of(
                                "name",
                                "Customer " + number,
                                "email",
                                run + number + "@customer.example")));
    }

    static byte[] ndjson(String run, int count) {
        java.io.ByteArrayOutputStream lines = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            lines.writeBytes(contact(run, i));
            lines.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        }
        return lines.toByteArray();
    }
}
