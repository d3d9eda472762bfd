package amends.workflow.sla;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a clock may run, as a policy writes it: `PT4H` of business time, `15 business days`,
/// `60 calendar days`, `8 weeks`, or `promised`.
public sealed interface Span {

    /// When it is over that began at `start`.
    Instant deadline(Instant start, BusinessCalendar calendar);

    /// Whether every hour counts, or the open ones only.
    Counting counting();

    /// Opening hours only.
    record BusinessTime(Duration duration) implements Span {
        public BusinessTime {
            if (!duration.isPositive()) {
                throw new IllegalArgumentException("a target is longer than " + duration);
            }
        }

        @Override
        public Instant deadline(Instant start, BusinessCalendar calendar) {
            return calendar.plusBusiness(start, duration);
        }

        @Override
        public Counting counting() {
            return Counting.OPEN_HOURS;
        }

        @Override
        @JsonValue
        public String toString() {
            return duration.toString();
        }
    }

    /// Until closing time of the n-th business day; the day of the beginning is not counted.
    record BusinessDays(int count) implements Span {
        @Override
        public Instant deadline(Instant start, BusinessCalendar calendar) {
            return calendar.endOfBusinessDay(start, count);
        }

        @Override
        public Counting counting() {
            return Counting.OPEN_HOURS;
        }

        @Override
        @JsonValue
        public String toString() {
            return count + " business days";
        }
    }

    /// Until the end of the n-th day, holiday or not; the day of the beginning is not counted.
    record CalendarDays(int count) implements Span {
        @Override
        public Instant deadline(Instant start, BusinessCalendar calendar) {
            return calendar.endOfCalendarDay(start, count);
        }

        @Override
        public Counting counting() {
            return Counting.ALL_HOURS;
        }

        @Override
        @JsonValue
        public String toString() {
            return count + " calendar days";
        }
    }

    /// Until the time that the customer was promised.
    record Promised() implements Span {
        @Override
        public Instant deadline(Instant start, BusinessCalendar calendar) {
            throw new IllegalStateException("A promise says itself until when it runs");
        }

        @Override
        public Counting counting() {
            return Counting.ALL_HOURS;
        }

        @Override
        @JsonValue
        public String toString() {
            return PROMISED;
        }
    }

    String PROMISED = "promised";

    Pattern DAYS = Pattern.compile("([1-9][0-9]{0,3}) +(business days?|calendar days?|weeks?)");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Span parse(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        Matcher days = DAYS.matcher(words);
        if (days.matches()) {
            return ofDays(Integer.parseInt(days.group(1)), days.group(2));
        }
        return words.equals(PROMISED) ? new Promised() : new BusinessTime(duration(text));
    }

    private static Span ofDays(int count, String unit) {
        if (unit.startsWith("week")) {
            return new CalendarDays(7 * count);
        }
        return unit.startsWith("business") ? new BusinessDays(count) : new CalendarDays(count);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "a target is written PT4H, 15 business days, 60 calendar days, 8 weeks or"
                            + " promised, not "
                            + text,
                    e);
        }
    }
}
