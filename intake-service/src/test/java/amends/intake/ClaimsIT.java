package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

@TestPropertySource(
        properties = {
            "amends.intake.claims.looked=200ms",
            "amends.intake.claims.patience=30s",
            "amends.intake.ledger.patience=1ms"
        })
class ClaimsIT extends RunningIntake {

    private final String source = "integration:claimer" + System.nanoTime();

    @Test
    void whatASourceNamesAndIntakeHasNotIsAnAlarmUntilItArrives() throws Exception {
        Instant from = Instant.now().minusSeconds(60);
        send("c-1");
        JsonNode claimed = json(claim(from, "\"ids\":[\"c-1\",\"c-2\"]"));
        assertThat(claimed.path("arrived").asLong()).isEqualTo(1);
        assertThat(claimed.path("missing").asLong()).isEqualTo(1);
        assertThat(claimed.path("missingIds").get(0).asString()).isEqualTo("c-2");
        await().until(() -> remainder().path("overdue").asBoolean(false));
        assertThat(remainder().path("ids").get(0).asString()).isEqualTo("c-2");
        assertThat(get("/actuator/prometheus").body())
                .containsPattern("amends_intake_missing [1-9]");
        assertThat(get("/ledger/claims").body()).contains(source);

        send("c-2");
        await().until(() -> remainder().isMissingNode());
        await().until(() -> !get("/ledger/claims").body().contains(source));
    }

    @Test
    void whatASourceCountedIsHeldAgainstTheBooks() throws Exception {
        Instant from = Instant.now().minusSeconds(60);
        send("n-1");
        send("n-2");
        assertThat(json(claim(from, "\"count\":2")).path("missing").asLong()).isZero();
        assertThat(json(claim(from, "\"count\":5")).path("missing").asLong()).isEqualTo(3);
    }

    @Test
    void aClaimThatSaysNothingIsRefused() throws Exception {
        Instant from = Instant.now().minusSeconds(60);
        assertThat(claim(from, "\"count\":-1").statusCode()).isEqualTo(422);
        assertThat(claim(from, "\"ids\":[]").statusCode()).isEqualTo(422);
        assertThat(claim(from, "\"ids\":[null]").statusCode()).isEqualTo(422);
        assertThat(claim(from, "\"ids\":[\" \"]").statusCode()).isEqualTo(422);
        assertThat(claim(from, "\"count\":1,\"mapping\":\" \"").statusCode()).isEqualTo(422);
        assertThat(
                        claim(from, "\"count\":1,\"mapping\":\"%s\"".formatted("m".repeat(201)))
                                .statusCode())
                .isEqualTo(422);
        assertThat(claim(Instant.now().plusSeconds(600), "\"count\":1").statusCode())
                .isEqualTo(422);
        assertThat(claim(from.minusSeconds(3_000_000), "\"ids\":[\"x\"]").statusCode())
                .isEqualTo(422);
        assertThat(claim(from.minusSeconds(200_000), "\"count\":1").statusCode()).isEqualTo(422);
    }

    private void send(String id) throws Exception {
        assertThat(
                        postJson(
                                        "/complaints",
                                        "{\"text\":\"It leaks\",\"id\":\"" + id + "\"}",
                                        "Amends-Actor",
                                        source)
                                .statusCode())
                .isEqualTo(202);
    }

    private java.net.http.HttpResponse<String> claim(Instant from, String what) throws Exception {
        return postJson(
                "/ledger/" + source + "/claims",
                "{\"from\":\"%s\",\"until\":\"%s\",%s}".formatted(from, Instant.now(), what));
    }

    private JsonNode remainder() throws Exception {
        return json(get("/operations/intake"))
                .path("remainders")
                .valueStream()
                .filter(each -> each.path("source").asString().equals(source))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }
}
