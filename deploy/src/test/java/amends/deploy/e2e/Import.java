package amends.deploy.e2e;

import tools.jackson.databind.JsonNode;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.Supplier;

/// One bulk import through the public API and what it answered.
record Import(
        long received,
        long fresh,
        long appended,
        long known,
        long quarantined,
        long rejected,
        long undecided) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    static Import of(
            Api api,
            String importId,
            String query,
            String contentType,
            Supplier<InputStream> file) {
        String answer =
                api.post(
                                "/api/intake/bulk?importId=" + importId + "&" + query,
                                contentType,
                                BodyPublishers.ofInputStream(file),
                                PATIENCE)
                        .expect(200)
                        .body();
        String last = answer.strip().substring(answer.strip().lastIndexOf('\n') + 1);
        JsonNode summary = new Api.Answer(200, last).json().required("summary");
        return new Import(
                summary.required("received").asLong(),
                summary.required("new").asLong(),
                summary.required("appended").asLong(),
                summary.required("known").asLong(),
                summary.required("quarantined").asLong(),
                summary.required("rejected").asLong(),
                summary.required("undecided").asLong());
    }

    boolean balances() {
        return undecided == 0 && received == fresh + appended + known + quarantined + rejected;
    }
}
