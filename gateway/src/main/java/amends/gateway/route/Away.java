package amends.gateway.route;

import amends.gateway.problem.Problems;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/// What callers are told when a service cannot answer.
@Component
final class Away {

    private static final Logger LOG = LoggerFactory.getLogger(Away.class);

    private final UpstreamSettings settings;

    Away(UpstreamSettings settings) {
        this.settings = settings;
    }

    ServerResponse because(Route route, Exception cause) {
        return switch (cause) {
            case HttpHostConnectException e ->
                    answer(route, HttpStatus.SERVICE_UNAVAILABLE, "is not there at the moment", e);
            case ConnectTimeoutException e ->
                    answer(route, HttpStatus.SERVICE_UNAVAILABLE, "is not there at the moment", e);
            case ConnectionRequestTimeoutException e ->
                    answer(route, HttpStatus.SERVICE_UNAVAILABLE, "has too much to do", e);
            case UnknownHostException e ->
                    answer(route, HttpStatus.SERVICE_UNAVAILABLE, "cannot be found", e);
            case SocketTimeoutException e ->
                    answer(route, HttpStatus.GATEWAY_TIMEOUT, "did not answer in time", e);
            default -> answer(route, HttpStatus.BAD_GATEWAY, "broke off the connection", cause);
        };
    }

    /// Not even asked.
    ServerResponse failing(Route route) {
        return answer(
                route,
                HttpStatus.SERVICE_UNAVAILABLE,
                "has failed again and again and is left alone for a moment");
    }

    private ServerResponse answer(Route route, HttpStatus status, String what, Exception cause) {
        LOG.warn("{} {}: {}", route.name(), what, cause.toString());
        return answer(route, status, what);
    }

    private ServerResponse answer(Route route, HttpStatus status, String what) {
        return Problems.answer(
                status,
                "The service behind "
                        + route.path()
                        + " "
                        + what
                        + ". Try again after "
                        + Problems.seconds(settings.retryAfter())
                        + " s; sending the same input again is safe.",
                settings.retryAfter());
    }
}
