package amends.deploy.demo;

import amends.contracts.complaint.Demand;
import amends.contracts.complaint.RootCause;
import amends.contracts.wire.Wire;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/// A trouble that customers may have, as one of them words it, and what a diligent agent would find
/// out about it.
record Story(
        String language,
        String channel,
        String product,
        String subject,
        String text,
        Demand.Kind demand,
        RootCause cause,
        String area,
        @Nullable String tier) {

    static List<Story> all() {
        try (InputStream json =
                Objects.requireNonNull(Story.class.getResourceAsStream("/demo/stories.json"))) {
            return List.of(Wire.read(json.readAllBytes(), Story[].class));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
