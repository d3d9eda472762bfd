package amends.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/// How the services feel, as operations see it.
class ServicesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void what_a_service_tells_of_itself_is_told_with_its_parts_and_its_timers() {
        try (RunningGateway gateway = new RunningGateway()) {
            gateway.service.answer(
                    "GET /actuator/health",
                    RecordingService.status(
                            503,
                            "application/vnd.spring-boot.actuator.v3+json",
                            """
                            {"status": "DOWN", "components": {"streams": {"status": "DOWN"}, "view": {"status": "UP"}}}\
                            """));
            gateway.service.answer(
                    "GET /actuator/metrics/process.uptime",
                    RecordingService.json(
                            """
                            {"measurements": [{"statistic": "VALUE", "value": 90.5}]}\
                            """));
            gateway.service.answer(
                    "GET /actuator/metrics/amends.timer.lateness",
                    RecordingService.json(
                            """
                            {"measurements": [{"statistic": "COUNT", "value": 4.0},
                              {"statistic": "TOTAL_TIME", "value": 2.0}, {"statistic": "MAX", "value": 1.5}]}\
                            """));

            JsonNode items = services(gateway);

            assertThat(items)
                    .extracting(each -> each.path("service").asString())
                    .containsExactly("gateway", "intake", "workflow", "analytics", "notification");
            JsonNode own = items.get(0);
            assertThat(own.path("status").asString()).isEqualTo("UP");
            assertThat(own.path("components").path("readinessState").asString()).isEqualTo("UP");
            assertThat(own.path("uptimeSeconds").asDouble()).isPositive();
            JsonNode one = items.get(2);
            assertThat(one.path("status").asString()).isEqualTo("DOWN");
            assertThat(one.path("components").toString())
                    .isEqualTo("{\"streams\":\"DOWN\",\"view\":\"UP\"}");
            assertThat(one.path("uptimeSeconds").asDouble()).isEqualTo(90.5);
            assertThat(one.path("timers").toString())
                    .isEqualTo("{\"fired\":4,\"meanSeconds\":0.5,\"worstSeconds\":1.5}");
        }
    }

    @Test
    void a_service_that_is_away_or_tells_nothing_is_unreachable() {
        for (RecordingService.Answer answer :
                List.<RecordingService.Answer>of(
                        RecordingService.status(404, "text/html", "<p>"), HttpExchange::close)) {
            allAreUnreachable(answer);
        }
    }

    private static void allAreUnreachable(RecordingService.Answer answer) {
        try (RunningGateway gateway = new RunningGateway()) {
            gateway.service.answer("GET /actuator/health", answer);

            assertThat(services(gateway).valueStream().skip(1))
                    .allMatch(each -> each.path("status").asString().equals("UNREACHABLE"))
                    .allMatch(each -> !each.has("timers"))
                    .hasSize(4);
        }
    }

    private static JsonNode services(RunningGateway gateway) {
        try (Caller caller = Caller.loggedIn(gateway)) {
            return JSON.readTree(caller.call("GET", "/api/services", null).body()).path("items");
        }
    }
}
