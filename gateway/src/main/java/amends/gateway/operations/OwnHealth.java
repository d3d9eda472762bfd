package amends.gateway.operations;

import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.stereotype.Component;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the gateway itself feels: it need not be asked over the network.
@Component
final class OwnHealth {

    private static final double MILLIS = 1000;

    private final HealthEndpoint endpoint;

    OwnHealth(HealthEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    ServiceHealth look() {
        HealthDescriptor health = endpoint.health();
        SortedMap<String, String> parts = new TreeMap<>();
        parts(health).forEach((name, part) -> parts.put(name, part.getStatus().getCode()));
        double uptime = ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS;
        return new ServiceHealth("gateway", health.getStatus().getCode(), parts, uptime, null);
    }

    private static Map<String, HealthDescriptor> parts(HealthDescriptor health) {
        Map<String, HealthDescriptor> parts =
                health instanceof CompositeHealthDescriptor whole ? whole.getComponents() : null;
        return Objects.requireNonNullElse(parts, Map.of());
    }
}
