package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;

/// A service that fails again and again is left alone; the others are not affected.
class BreakerTest {

    private static final String FAILING = "/api/analytics/sla";
    private static final String HEALTHY = "/api/board";

    @Test
    void opens_for_one_service_and_closes_when_it_is_back() {
        try (RecordingService analytics = new RecordingService();
                RunningGateway gateway =
                        new RunningGateway(
                                "amends.gateway.upstream.analytics=" + analytics.uri(),
                                "amends.gateway.upstream.answer=300ms",
                                "amends.gateway.upstream.breaker.calls=10",
                                "amends.gateway.upstream.breaker.fewest=5",
                                "amends.gateway.upstream.breaker.pause=1s");
                Caller caller = new Caller(gateway)) {
            analytics.answer("GET /analytics/sla", exchange -> sleep(600));
            for (int i = 0; i < 5; i++) {
                assertThat(get(caller, FAILING).statusCode()).isEqualTo(504);
            }
            int asked = analytics.told().size();
            HttpResponse<String> refused = get(caller, FAILING);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(refused.body()).contains("left alone for a moment");
            assertThat(analytics.told()).as("it was not even asked").hasSize(asked);
            assertThat(get(caller, HEALTHY).statusCode()).isEqualTo(200);

            analytics.answer("GET /analytics/sla", RecordingService.json("{}"));
            await().until(() -> get(caller, FAILING).statusCode() == 200);
        }
    }

    @Test
    void stays_closed_when_the_service_itself_says_no() {
        try (RunningGateway gateway =
                        new RunningGateway(
                                "amends.gateway.upstream.breaker.calls=10",
                                "amends.gateway.upstream.breaker.fewest=5");
                Caller caller = new Caller(gateway)) {
            gateway.service.answer(
                    "GET /analytics/sla",
                    RecordingService.status(503, "application/problem+json", "{}"));
            for (int i = 0; i < 20; i++) {
                get(caller, FAILING);
            }
            assertThat(gateway.service.told()).hasSize(20);
        }
    }

    private static HttpResponse<String> get(Caller caller, String path) {
        return caller.call("GET", path, null, "X-API-Key", RunningGateway.OPS_KEY);
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
