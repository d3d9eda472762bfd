package amends.intake;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.identity.EnforcedRights;
import amends.contracts.identity.SignedIdentities;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

class LimitsIT extends RunningIntake {

    private static final int HUNDRED_MEGABYTES = 100 << 20;

    @ParameterizedTest
    @CsvSource({
        "/complaints,application/json",
        "/email,message/rfc822",
        "/events,application/cloudevents+json",
        "/events,application/cloudevents-batch+json"
    })
    void aHugeBodyIsRefusedWithAProblem(String path, String type) throws Exception {
        for (boolean announced : new boolean[] {true, false}) {
            HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofInputStream(Zeros::new);
            HttpRequest request =
                    HttpRequest.newBuilder(uri(path))
                            .headers(SignedIdentities.identified())
                            .header("Content-Type", type)
                            .POST(
                                    announced
                                            ? HttpRequest.BodyPublishers.fromPublisher(
                                                    body, HUNDRED_MEGABYTES)
                                            : body)
                            .build();
            HttpResponse<String> response =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
        }
    }

    @Test
    void onlyWhatTheGatewayLetInIsAnswered() {
        EnforcedRights.hold("intake", uri("/"));
    }

    @Test
    void theLargestMailFitsOntoTheLog() throws Exception {
        String mail =
                "From: a@example.com\r\nMessage-ID: <large@x>\r\nSubject: s\r\n\r\n"
                        + "x".repeat(9_900_000);
        HttpResponse<String> response =
                post("/email", "message/rfc822", mail.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(202);
    }

    @Test
    void aBatchIsAnsweredItemByItem() throws Exception {
        String batch =
                """
                [{"specversion":"1.0","id":"b1","source":"/s","type":"amends.complaint.submitted","data":{"text":"x"}},
                 {"specversion":"1.0","source":"/s","type":"amends.complaint.submitted","data":{"text":"x"}},
                 {"specversion":"1.0","id":"b3","source":"/s","type":"com.example.other"}]
                """;
        HttpResponse<String> response =
                post(
                        "/events",
                        "application/cloudevents-batch+json",
                        batch.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(207);
        JsonNode items = json(response);
        assertThat(items.valueStream().map(item -> item.path("status").asString()))
                .containsExactly("accepted", "rejected", "quarantined");
        assertThat(items.get(1).path("errors").get(0).path("pointer").asString()).isEqualTo("/id");
        assertThat(
                        post("/events", "application/cloudevents-batch+json", new byte[] {'{'})
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void binaryEventsComeInHeaders() throws Exception {
        String[] headers = {
            "ce-specversion",
            "1.0",
            "ce-id",
            "bin1",
            "ce-source",
            "/s",
            "ce-type",
            "amends.complaint.submitted"
        };
        HttpResponse<String> response = postJson("/events", "{\"text\":\"binary\"}", headers);
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).path("status").asString()).isEqualTo("accepted");
        assertThat(postJson("/events", "{\"text\":\"no attributes\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void everyOutcomeIsCounted() throws Exception {
        postJson("/complaints", "{\"text\":\"counted\"}");
        postJson("/complaints", "{}");
        assertThat(get("/actuator/prometheus").body())
                .contains(
                        "amends_intake_contacts_total{channel=\"complaints\",outcome=\"accepted\"}")
                .contains(
                        "amends_intake_contacts_total{channel=\"complaints\",outcome=\"rejected\"}");
    }

    private static final class Zeros extends InputStream {
        private int left = HUNDRED_MEGABYTES;

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = Math.min(length, left);
            java.util.Arrays.fill(target, offset, offset + count, (byte) ' ');
            left -= count;
            return count;
        }
    }
}
