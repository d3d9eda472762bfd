package amends.gateway.route;

import amends.gateway.limit.BodyTooLarge;
import amends.gateway.limit.LimitedBody;
import amends.gateway.limit.SenderGone;
import amends.gateway.problem.Problems;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Passes a request on to a service and its answer back, both as streams: nothing is kept in
/// memory, whatever the size. When either side goes away, the other is told by closing its
/// connection.
@Component
final class UpstreamExchange implements ProxyExchange {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamExchange.class);

    private static final int BLOCK_BYTES = 16 * 1024;

    /// Set by the client itself from the body, or meant for one connection only.
    private static final Set<String> OWN_HEADERS =
            Set.of(
                    "host",
                    "content-length",
                    "transfer-encoding",
                    "connection",
                    "keep-alive",
                    "expect",
                    "te",
                    "upgrade",
                    "trailer");

    private final UpstreamClients clients;
    private final UpstreamSettings settings;
    private final Breakers breakers;
    private final Away away;
    private final Set<HttpUriRequestBase> streams = ConcurrentHashMap.newKeySet();

    UpstreamExchange(
            UpstreamClients clients, UpstreamSettings settings, Breakers breakers, Away away) {
        this.clients = clients;
        this.breakers = breakers;
        this.away = away;
        this.settings = settings;
    }

    @Override
    public ServerResponse exchange(Request request) {
        Route route = Route.of(request.getServerRequest());
        CircuitBreaker breaker = breakers.before(route.service());
        return breaker.tryAcquirePermission()
                ? exchange(request, route, breaker)
                : away.failing(route);
    }

    private ServerResponse exchange(Request request, Route route, CircuitBreaker breaker) {
        long began = breaker.getCurrentTimestamp();
        HttpUriRequestBase call =
                new HttpUriRequestBase(request.getMethod().name(), request.getUri());
        call.setConfig(clients.patience(route.manner()));
        copyHeaders(request.getHeaders(), call);
        try {
            giveBody(request.getServerRequest().servletRequest(), route, call);
            ClassicHttpResponse answer =
                    clients.client(route.manner())
                            .executeOpen(RoutingSupport.determineHost(call), call, null);
            breaker.onSuccess(since(breaker, began), breaker.getTimestampUnit());
            return passBack(route, call, answer);
        } catch (BodyTooLarge e) {
            breaker.releasePermission();
            return Problems.answer(HttpStatus.CONTENT_TOO_LARGE, e.getMessage(), Duration.ZERO);
        } catch (SenderGone e) {
            breaker.releasePermission();
            return Problems.answer(
                    HttpStatus.BAD_REQUEST, "The body broke off before its end.", Duration.ZERO);
        } catch (IOException | HttpException e) {
            breaker.onError(since(breaker, began), breaker.getTimestampUnit(), e);
            return away.because(route, e);
        } catch (RuntimeException e) {
            breaker.releasePermission();
            throw e;
        }
    }

    private static long since(CircuitBreaker breaker, long began) {
        return breaker.getCurrentTimestamp() - began;
    }

    private static void copyHeaders(HttpHeaders from, HttpUriRequestBase to) {
        from.forEach(
                (name, values) -> {
                    if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> to.addHeader(name, value));
                    }
                });
    }

    private static void giveBody(HttpServletRequest from, Route route, HttpUriRequestBase to)
            throws IOException {
        long length = from.getContentLengthLong();
        LimitedBody.check(length, route.largest());
        boolean chunked = from.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (length > 0 || chunked) {
            InputStream body = new LimitedBody(from.getInputStream(), route.largest());
            to.setEntity(new InputStreamEntity(body, length, null));
        }
    }

    private ServerResponse passBack(
            Route route, HttpUriRequestBase call, ClassicHttpResponse answer) {
        var response = GatewayServerResponse.status(HttpStatusCode.valueOf(answer.getCode()));
        for (var header : answer.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (name.equals("content-length") || !OWN_HEADERS.contains(name)) {
                response.header(header.getName(), header.getValue());
            }
        }
        return response.build((ignored, to) -> write(route, call, answer, to));
    }

    /// Returns no view: all is written.
    private @Nullable ModelAndView write(
            Route route,
            HttpUriRequestBase call,
            ClassicHttpResponse answer,
            HttpServletResponse to)
            throws IOException {
        HttpEntity body = answer.getEntity();
        try {
            if (body != null) {
                copyBody(route, call, body, to);
            }
            answer.close();
        } catch (IOException e) {
            // closing alone would wait for the rest of the answer
            call.abort();
            if (route.manner() != Manner.STREAM) {
                throw e;
            }
            LOG.debug("{} ended: {}", route.name(), e.toString());
        }
        return null;
    }

    private void copyBody(
            Route route, HttpUriRequestBase call, HttpEntity body, HttpServletResponse to)
            throws IOException {
        switch (route.manner()) {
            case CALL -> body.getContent().transferTo(to.getOutputStream());
            case BULK -> copyAtOnce(body.getContent(), to.getOutputStream());
            case STREAM -> copyEvents(call, body.getContent(), to);
        }
    }

    /// Outcomes of rows are seen as they become known.
    private static void copyAtOnce(InputStream from, OutputStream to) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        for (int read = from.read(block); read >= 0; read = from.read(block)) {
            to.write(block, 0, read);
            to.flush();
        }
    }

    private void copyEvents(HttpUriRequestBase call, InputStream events, HttpServletResponse to)
            throws IOException {
        streams.add(call);
        try {
            to.flushBuffer();
            EventStream.copy(events, to.getOutputStream(), call::abort, settings);
        } finally {
            streams.remove(call);
        }
    }

    /// Streams would never end by themselves.
    @EventListener(ContextClosedEvent.class)
    void endStreams() {
        streams.forEach(HttpUriRequestBase::abort);
    }
}
