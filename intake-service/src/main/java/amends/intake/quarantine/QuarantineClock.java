package amends.intake.quarantine;

import com.mongodb.MongoException;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/// How long inputs have been lying in quarantine: nobody may forget them there. The age is a gauge,
/// and beyond a limit an error in the log, once an hour.
public final class QuarantineClock {

    private static final Logger LOGGER = LoggerFactory.getLogger(QuarantineClock.class);
    private static final Duration ALARM_PAUSE = Duration.ofHours(1);
    private static final double UNKNOWN = Double.NaN;

    private record Look(Lying lying, Instant at, boolean known) {}

    private final QuarantineView view;
    private final QuarantineSettings settings;
    private final InstantSource clock;
    private final AtomicReference<Look> last =
            new AtomicReference<>(new Look(Lying.NOTHING, Instant.MIN, false));
    private Instant alarmed = Instant.MIN;

    QuarantineClock(
            QuarantineView view,
            QuarantineSettings settings,
            MeterRegistry meters,
            InstantSource clock) {
        this.view = view;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("amends.quarantine.oldest.age", this, QuarantineClock::seconds)
                .baseUnit("seconds")
                .description("How long the oldest input has been lying in quarantine")
                .register(meters);
        Gauge.builder("amends.quarantine.inputs", this, QuarantineClock::count)
                .description("Inputs that lie in quarantine")
                .register(meters);
    }

    /// What lies there.
    ///
    /// @param oldestSeconds how long the oldest has been lying
    /// @param overdue longer than it may
    public record Age(long count, long oldestSeconds, boolean overdue) {}

    public Age age() {
        Lying lying = look(Duration.ZERO).lying();
        Duration age = lying.age(clock.instant());
        return new Age(lying.count(), age.toSeconds(), isOverdue(age));
    }

    private double seconds() {
        Look look = look(settings.looked());
        Duration age = look.lying().age(clock.instant());
        alarm(look.lying().count(), age);
        return look.known() ? age.toSeconds() : UNKNOWN;
    }

    private double count() {
        Look look = look(settings.looked());
        return look.known() ? look.lying().count() : UNKNOWN;
    }

    private boolean isOverdue(Duration age) {
        return age.compareTo(settings.longest()) > 0;
    }

    /// A failure is remembered as long as an answer is: asking takes its time when nobody answers.
    private Look look(Duration mayBeOld) {
        Look before = last.get();
        if (before.at().plus(mayBeOld).isAfter(clock.instant())) {
            return before;
        }
        try {
            last.set(new Look(view.lying(), clock.instant(), true));
        } catch (MongoException e) {
            LOGGER.debug("The age of quarantine is not known at this moment", e);
            last.set(new Look(before.lying(), clock.instant(), false));
        }
        return last.get();
    }

    private synchronized void alarm(long count, Duration age) {
        Instant now = clock.instant();
        if (isOverdue(age) && alarmed.isBefore(now.minus(ALARM_PAUSE))) {
            alarmed = now;
            LOGGER.error(
                    "{} inputs lie in quarantine, the oldest for {}; /quarantine lists them",
                    count,
                    age.truncatedTo(ChronoUnit.MINUTES));
        }
    }
}
