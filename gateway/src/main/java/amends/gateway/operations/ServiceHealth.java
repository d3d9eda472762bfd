package amends.gateway.operations;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.SortedMap;
import java.util.TreeMap;

/// How one service feels.
///
/// @param status `UP`, `DOWN`, `OUT_OF_SERVICE`, `UNKNOWN` or `UNREACHABLE`
/// @param components the same of its parts, when it tells
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceHealth(
        String service,
        String status,
        SortedMap<String, String> components,
        @Nullable Double uptimeSeconds,
        @Nullable TimerLateness timers) {

    private static final String UNKNOWN = "UNKNOWN";

    static ServiceHealth unreachable(String service) {
        return new ServiceHealth(service, "UNREACHABLE", new TreeMap<>(), null, null);
    }

    /// @param health as the actuator tells it
    /// @param uptime and `timers` metrics of the actuator; absent where a service has none
    static ServiceHealth of(
            String service, JsonNode health, @Nullable JsonNode uptime, @Nullable JsonNode timers) {
        SortedMap<String, String> components = new TreeMap<>();
        health.path("components")
                .propertyStream()
                .forEach(
                        each ->
                                components.put(
                                        each.getKey(),
                                        each.getValue().path("status").asString(UNKNOWN)));
        return new ServiceHealth(
                service,
                health.path("status").asString(UNKNOWN),
                components,
                uptime == null ? null : measured(uptime, "VALUE"),
                timers == null ? null : TimerLateness.of(timers));
    }

    /// From when a timer was due until its command was decided.
    ///
    /// @param fired since the service was started
    /// @param worstSeconds in the last minutes
    record TimerLateness(long fired, double meanSeconds, double worstSeconds) {

        static TimerLateness of(JsonNode metric) {
            long fired = Math.round(measured(metric, "COUNT"));
            return new TimerLateness(
                    fired,
                    fired == 0 ? 0 : measured(metric, "TOTAL_TIME") / fired,
                    measured(metric, "MAX"));
        }
    }

    private static double measured(JsonNode metric, String statistic) {
        return metric.path("measurements")
                .valueStream()
                .filter(each -> each.path("statistic").asString("").equals(statistic))
                .mapToDouble(each -> each.path("value").asDouble(0))
                .findFirst()
                .orElse(0);
    }
}
