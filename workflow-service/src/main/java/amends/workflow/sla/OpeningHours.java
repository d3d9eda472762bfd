package amends.workflow.sla;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.time.LocalTime;

/// Part of a day on the wall clock, the end excluded, written `09:00-17:30`; `24:00` is the end of
/// the day.
///
/// @param from seconds of the day
/// @param to seconds of the day, up to 86 400
public record OpeningHours(int from, int to) implements Comparable<OpeningHours> {

    private static final String MIDNIGHT = "24:00";
    private static final int DAY = 86_400;

    public OpeningHours {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException(
                    "Opening hours run forward within one day, for example 09:00-17:30");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OpeningHours parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException(
                    "Opening hours are written 09:00-17:30, not " + text);
        }
        return new OpeningHours(second(text.substring(0, dash)), second(text.substring(dash + 1)));
    }

    private static int second(String time) {
        String trimmed = time.strip();
        return trimmed.equals(MIDNIGHT) ? DAY : LocalTime.parse(trimmed).toSecondOfDay();
    }

    @Override
    public int compareTo(OpeningHours other) {
        return Integer.compare(from, other.from);
    }

    @Override
    @JsonValue
    public String toString() {
        return time(from) + "-" + time(to);
    }

    private static String time(int second) {
        return second == DAY ? MIDNIGHT : LocalTime.ofSecondOfDay(second).toString();
    }
}
