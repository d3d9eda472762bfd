package amends.gateway.route;

import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Where each service is, by its name.
@Component
public final class Upstreams {

    private final SequencedMap<String, URI> byName;

    Upstreams(UpstreamSettings settings) {
        byName = new LinkedHashMap<>();
        byName.put("intake", settings.intake());
        byName.put("workflow", settings.workflow());
        byName.put("analytics", settings.analytics());
        byName.put("notification", settings.notification());
    }

    public Map<String, URI> byName() {
        return byName;
    }
}
