package amends.gateway.limit;

import amends.gateway.limit.LimitSettings.Rate;
import amends.gateway.problem.Problems;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// How often each key, user and address came lately, in a map of bounded size.
@Component
public class RateLimits {

    private static final int LONGEST_NAME = 100;

    private final LimitSettings settings;
    private final Map<String, Bucket> buckets;
    private final ReentrantLock lock = new ReentrantLock();

    RateLimits(LimitSettings settings) {
        this.settings = settings;
        this.buckets =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                        return size() > settings.subjects();
                    }
                };
    }

    /// One more request by an API key.
    public Duration key(String name) {
        return take("key " + name, settings.key());
    }

    /// One more request by a console user.
    public Duration user(String name) {
        return take("user " + name, settings.user());
    }

    /// One more request by somebody unknown.
    public Duration address(HttpServletRequest request) {
        return take("address " + request.getRemoteAddr(), settings.address());
    }

    /// One more form page that somebody unknown filled in.
    public Duration form(HttpServletRequest request) {
        return take("form " + request.getRemoteAddr(), settings.form());
    }

    /// One more wrong key or token.
    public Duration failure(HttpServletRequest request) {
        return take("failure " + request.getRemoteAddr(), settings.failure());
    }

    /// One more attempt to sign in from an address. It counts as a guess until it is taken back, so
    /// that many at once are not free.
    public Duration signIn(HttpServletRequest request) {
        return take(signInFrom(request), settings.failure());
    }

    /// The attempt was no guess.
    public void signedIn(HttpServletRequest request) {
        bucket(signInFrom(request), settings.failure()).addTokens(1);
    }

    /// The same by whom somebody says he is, from wherever he comes.
    public Duration signInAs(String name) {
        return take(as(name), settings.name());
    }

    /// It was he.
    public void signedInAs(String name) {
        bucket(as(name), settings.name()).addTokens(1);
    }

    private static String signInFrom(HttpServletRequest request) {
        return "sign-in from " + request.getRemoteAddr();
    }

    private static String as(String name) {
        return "sign-in as " + name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /// Answers 429 if there is anything to wait for, and tells whether it did.
    public boolean refuse(Duration wait, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (wait.isZero()) {
            return false;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Problems.seconds(wait));
        Problems.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many requests. Wait for " + Problems.seconds(wait) + " s, then go on.");
        return true;
    }

    private Duration take(String subject, Rate rate) {
        ConsumptionProbe probe = bucket(subject, rate).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Duration.ZERO
                : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket(String subject, Rate rate) {
        lock.lock();
        try {
            return buckets.computeIfAbsent(subject, ignored -> bucket(rate));
        } finally {
            lock.unlock();
        }
    }

    private static Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity(rate.burst())
                                        .refillGreedy(rate.requests(), rate.period()))
                .build();
    }
}
