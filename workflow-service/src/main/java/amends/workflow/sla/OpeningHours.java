package amends.workflow.sla;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.time.LocalTime;

/// Part of a day on the wall clock, the end excluded, written `09:00-17:30`; `24:00` is the end of
/// the day. `22:00-06:00` is a shift that ends on the next day; it belongs to the day on which it
/// begins.
///
/// @param from seconds of the day
/// @param to seconds of the day; beyond 86 400 on the next one
public record OpeningHours(int from, int to) implements Comparable<OpeningHours> {

    static final int DAY = 86_400;
    private static final String MIDNIGHT = "24:00";

    public OpeningHours {
        if (from < 0 || from >= DAY || to <= from || to > from + DAY) {
            throw new IllegalArgumentException(
                    "Opening hours last longer than nothing and at most a day, for example"
                            + " 09:00-17:30, 22:00-06:00 or 00:00-24:00");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OpeningHours parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException(
                    "Opening hours are written 09:00-17:30, not " + text);
        }
        int from = second(text.substring(0, dash));
        int to = second(text.substring(dash + 1));
        return new OpeningHours(from, to < from ? to + DAY : to);
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
        return time(from) + "-" + time(to > DAY ? to - DAY : to);
    }

    private static String time(int second) {
        return second == DAY ? MIDNIGHT : LocalTime.ofSecondOfDay(second).toString();
    }
}
