package amends.gateway.route;

import amends.contracts.identity.Identity;
import amends.contracts.identity.RequestPath;
import amends.gateway.access.Callers;
import amends.gateway.access.IdentityHeader;
import amends.gateway.problem.Problems;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.HttpResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/// The delivery log and known issues know neither brands nor queues, workflow does: whoever is
/// limited to some reads what is told of a complaint only where workflow shows him that one.
@Component
final class ToldWithinReach implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Set<String> TOLD =
            Set.of("/api/notifications", "/api/analytics/known-issues");
    private static final Set<HttpMethod> CHANGING =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final String COMPLAINT = "complaint";

    private final Callers callers;
    private final IdentityHeader identity;
    private final UpstreamClients clients;
    private final UpstreamSettings settings;

    ToldWithinReach(
            Callers callers,
            IdentityHeader identity,
            UpstreamClients clients,
            UpstreamSettings settings) {
        this.callers = callers;
        this.identity = identity;
        this.clients = clients;
        this.settings = settings;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        boolean asksWhatWasTold =
                !CHANGING.contains(request.method())
                        && TOLD.contains(RequestPath.of(request.servletRequest()));
        if (!asksWhatWasTold || callers.current().map(ToldWithinReach::seesAll).orElse(true)) {
            return next.handle(request);
        }
        HttpStatus shown = shown(request);
        return shown == HttpStatus.OK
                ? next.handle(request)
                : Problems.answer(
                        shown, "The complaint is not shown; check its reference.", Duration.ZERO);
    }

    private static boolean seesAll(Identity who) {
        return who.reach().seesAll();
    }

    private HttpStatus shown(ServerRequest request) {
        String complaint = request.param(COMPLAINT).orElse("");
        URI there =
                settings.workflow()
                        .resolve(
                                "/complaints/"
                                        + UriUtils.encode(complaint, StandardCharsets.UTF_8));
        HttpGet question = new HttpGet(there);
        question.setConfig(clients.patience(Manner.CALL));
        identity.apply(new HttpHeaders(), request)
                .forEach((name, values) -> values.forEach(each -> question.addHeader(name, each)));
        try {
            int status = clients.client(Manner.CALL).execute(question, HttpResponse::getCode);
            return status == HttpStatus.OK.value() ? HttpStatus.OK : HttpStatus.NOT_FOUND;
        } catch (IOException e) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
    }
}
