package amends.analytics.facts;

import org.springframework.core.io.Resource;

import java.time.Instant;

/// Breaks the rules on purpose.
public record BadFold(Resource resource) {

    public Instant now() {
        return Instant.now();
    }
}
