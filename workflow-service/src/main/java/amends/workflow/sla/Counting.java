package amends.workflow.sla;

import java.time.Duration;
import java.time.Instant;

/// Which hours count.
public enum Counting {
    OPEN_HOURS {
        @Override
        Duration between(Instant from, Instant to, BusinessCalendar calendar) {
            return calendar.businessBetween(from, to);
        }

        @Override
        Instant plusPositive(Instant from, Duration time, BusinessCalendar calendar) {
            return calendar.plusBusiness(from, time);
        }
    },
    ALL_HOURS {
        @Override
        Duration between(Instant from, Instant to, BusinessCalendar calendar) {
            return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
        }

        @Override
        Instant plusPositive(Instant from, Duration time, BusinessCalendar calendar) {
            return from.plus(time);
        }
    };

    /// Zero when `to` is not after `from`.
    abstract Duration between(Instant from, Instant to, BusinessCalendar calendar);

    abstract Instant plusPositive(Instant from, Duration time, BusinessCalendar calendar);

    /// The instant at which `time` has been counted since `from`: at once when none is left.
    Instant plus(Instant from, Duration time, BusinessCalendar calendar) {
        return time.isPositive() ? plusPositive(from, time, calendar) : from;
    }
}
