package amends.intake.normalise;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads points in time. A day alone means its first moment in the zone.
public final class Moments {

    private static final List<DateTimeFormatter> EVERYWHERE =
            Stream.concat(
                            Stream.of(
                                    DateTimeFormatter.ISO_ZONED_DATE_TIME,
                                    DateTimeFormatter.ISO_LOCAL_DATE_TIME,
                                    DateTimeFormatter.ISO_LOCAL_DATE,
                                    DateTimeFormatter.RFC_1123_DATE_TIME),
                            Stream.of(
                                            "uuuu-M-d H:mm[:ss]",
                                            "uuuu/M/d[ H:mm[:ss]]",
                                            "uuuu年M月d日[ H:mm[:ss]]",
                                            "uuuu年M月d日[ ]H時m分")
                                    .map(Moments::pattern))
                    .toList();

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final ZoneId zone;
    private final List<DateTimeFormatter> formats;

    /// @param patterns further spellings, tried first
    public Moments(ZoneId zone, List<String> patterns) {
        this.zone = zone;
        this.formats =
                Stream.concat(patterns.stream().map(Moments::pattern), EVERYWHERE.stream())
                        .toList();
    }

    /// Whether every calendar and database counts it: clocks that run beyond the last moment of all
    /// would stop whoever reads them.
    public static boolean isCounted(Instant moment) {
        return !moment.isBefore(FIRST) && moment.isBefore(END);
    }

    public Optional<Instant> read(String written) {
        String text = Unicode.nfkc(written).strip();
        for (DateTimeFormatter format : formats) {
            if (isWritten(text, format)) {
                return resolved(format, text);
            }
        }
        return Optional.empty();
    }

    private static boolean isWritten(String text, DateTimeFormatter format) {
        ParsePosition position = new ParsePosition(0);
        try {
            return format.parseUnresolved(text, position) != null
                    && position.getIndex() == text.length();
        } catch (DateTimeException e) { // an offset of 44 hours
            return false;
        }
    }

    private Optional<Instant> resolved(DateTimeFormatter format, String text) {
        try {
            TemporalAccessor moment = format.parse(text);
            LocalDate day = LocalDate.from(moment);
            LocalTime time = moment.query(TemporalQueries.localTime());
            ZoneId told = moment.query(TemporalQueries.zone());
            return Optional.of(
                            day.atTime(time == null ? LocalTime.MIDNIGHT : time)
                                    .atZone(told == null ? zone : told)
                                    .toInstant())
                    .filter(Moments::isCounted);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
