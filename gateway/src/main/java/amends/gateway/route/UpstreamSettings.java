package amends.gateway.route;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.time.Duration;

/// Where the services are, and how patient the gateway is with them.
///
/// @param connect longest wait for a connection, and for a free one of the pool
/// @param answer longest silence of a service that was asked something
/// @param bulk longest silence while a service works through a bulk stream
/// @param stream longest life of an event stream; browsers come back by themselves
/// @param heartbeat longest silence towards a browser that listens to an event stream
/// @param connections most calls under way at the same time per service
/// @param streams most event streams and bulk streams under way at the same time
/// @param retryAfter when to come back if a service is away
@ConfigurationProperties("amends.gateway.upstream")
record UpstreamSettings(
        @DefaultValue("http://127.0.0.1:8081") URI intake,
        @DefaultValue("http://127.0.0.1:8082") URI workflow,
        @DefaultValue("http://127.0.0.1:8083") URI analytics,
        @DefaultValue("http://127.0.0.1:8084") URI notification,
        @DefaultValue("2s") Duration connect,
        @DefaultValue("30s") Duration answer,
        @DefaultValue("30m") Duration bulk,
        @DefaultValue("1h") Duration stream,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("512") int connections,
        @DefaultValue("256") int streams,
        @DefaultValue("5s") Duration retryAfter) {}
