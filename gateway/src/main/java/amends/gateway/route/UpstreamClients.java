package amends.gateway.route;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.time.Duration;

/// The connections to the services: one pool for short calls and another for long ones, so that
/// many open boards or imports never keep a command waiting.
@Component
final class UpstreamClients implements AutoCloseable {

    /// Shorter than the 20 s after which the services' servers close an idle connection.
    private static final Timeout IDLE = Timeout.ofSeconds(15);

    private final CloseableHttpClient calls;
    private final CloseableHttpClient longOnes;
    private final UpstreamSettings settings;

    UpstreamClients(UpstreamSettings settings) {
        this.settings = settings;
        this.calls = client(settings, settings.connections());
        this.longOnes = client(settings, settings.streams());
    }

    CloseableHttpClient client(Manner manner) {
        return switch (manner) {
            case CALL -> calls;
            case BULK, STREAM -> longOnes;
        };
    }

    RequestConfig patience(Manner manner) {
        Duration silence =
                switch (manner) {
                    case CALL -> settings.answer();
                    case BULK -> settings.bulk();
                    case STREAM -> settings.stream();
                };
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.connect()))
                .setResponseTimeout(Timeout.of(silence))
                .setExpectContinueEnabled(false)
                .build();
    }

    private static CloseableHttpClient client(UpstreamSettings settings, int connections) {
        return HttpClientBuilder.create()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setMaxConnPerRoute(connections)
                                .setMaxConnTotal(connections * 4)
                                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                                // a refusal that comes while a long body is still being sent is
                                // read and passed on
                                .setConnectionFactory(
                                        ManagedHttpClientConnectionFactory.builder()
                                                .responseOutOfOrderStrategy(
                                                        (request, connection, in, sent, next) ->
                                                                in.available() > 0)
                                                .build())
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setConnectTimeout(Timeout.of(settings.connect()))
                                                .setIdleTimeout(IDLE)
                                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                                .build())
                                .build())
                .setRetryStrategy(new OnceMoreWhenIdempotent())
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .disableConnectionState()
                .build();
    }

    @Override
    public void close() throws IOException {
        calls.close();
        longOnes.close();
    }

    /// A service that was restarted leaves dead connections behind; reading calls try another one
    /// at once.
    private static final class OnceMoreWhenIdempotent extends DefaultHttpRequestRetryStrategy {

        OnceMoreWhenIdempotent() {
            super(1, TimeValue.ZERO_MILLISECONDS);
        }

        @Override
        public boolean retryRequest(HttpResponse response, int execCount, HttpContext context) {
            return false;
        }
    }
}
