package amends.intake.claim;

import amends.intake.Pauses;
import amends.intake.SourceReader;
import amends.intake.publish.NotDurable;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/// Looks again and again for what sources say they sent.
final class ClaimWatch implements SourceReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(ClaimWatch.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final Claims claims;
    private final Duration looked;
    private final Pauses pauses = new Pauses();
    private final Thread thread = Thread.ofPlatform().name("claims").daemon().unstarted(this::run);

    ClaimWatch(Claims claims, Duration looked) {
        this.claims = claims;
        this.looked = looked;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() throws InterruptedException {
        pauses.stop();
        claims.wake();
        thread.join(STOP_PATIENCE);
    }

    private void run() {
        while (!pauses.areStopped()) {
            try {
                claims.lookForAll();
                pauses.succeeded();
                claims.restUntilNew(looked);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                pauses.stop();
            } catch (KafkaException | NotDurable e) {
                LOGGER.warn("Claims wait {}: {}", pauses.next(), e.toString());
                pauses.rest();
            } catch (RuntimeException e) {
                LOGGER.error("Claims could not be looked for, and wait {}", pauses.next(), e);
                pauses.rest();
            }
        }
    }
}
