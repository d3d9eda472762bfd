package amends.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.time.Duration;

/// One circuit breaker before each service: when half of the latest calls could not be made, or
/// were not answered in time, the next ones are refused at once, so that one service that fails
/// keeps neither callers nor connections. A refusal by the service itself is an answer.
@Component
final class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    /// @param calls how many of the latest calls count
    /// @param fewest how many there must have been
    /// @param failurePercent how many of them must have failed
    /// @param pause how long the service is left alone before it is tried again
    /// @param trials how many calls try it
    @ConfigurationProperties("amends.gateway.upstream.breaker")
    record Settings(
            @DefaultValue("50") int calls,
            @DefaultValue("20") int fewest,
            @DefaultValue("50") float failurePercent,
            @DefaultValue("2s") Duration pause,
            @DefaultValue("3") int trials) {}

    private final CircuitBreakerRegistry breakers;

    Breakers(Settings settings) {
        this.breakers =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(settings.calls())
                                .minimumNumberOfCalls(settings.fewest())
                                .failureRateThreshold(settings.failurePercent())
                                .waitDurationInOpenState(settings.pause())
                                .permittedNumberOfCallsInHalfOpenState(settings.trials())
                                .build());
        breakers.getEventPublisher()
                .onEntryAdded(
                        added ->
                                added.getAddedEntry()
                                        .getEventPublisher()
                                        .onStateTransition(
                                                change ->
                                                        LOG.warn(
                                                                "{}: {}",
                                                                change.getCircuitBreakerName(),
                                                                change.getStateTransition())));
    }

    CircuitBreaker before(URI service) {
        return breakers.circuitBreaker(service.toString());
    }
}
