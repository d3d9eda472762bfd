package amends.workflow.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A timetable on the time line: the instants between which it is open, whatever the zone's clocks
/// do. A day is worked out once.
final class Openings {

    private static final int SECONDS_PER_DAY = OpeningHours.DAY;

    private final ZoneRules rules;
    private final Timetable timetable;
    private final Map<Long, long[]> days = new ConcurrentHashMap<>();

    Openings(ZoneRules rules, Timetable timetable) {
        this.rules = rules;
        this.timetable = timetable;
    }

    long epochDay(long epochSecond) {
        int offset = rules.getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
        return Math.floorDiv(epochSecond + offset, (long) SECONDS_PER_DAY);
    }

    /// Epoch seconds `[open, close, open, close, …]` of a day.
    long[] on(long epochDay) {
        long[] known = days.get(epochDay);
        return known == null ? days.computeIfAbsent(epochDay, this::workOut) : known;
    }

    private long[] workOut(long epochDay) {
        List<OpeningHours> hours = timetable.on(LocalDate.ofEpochDay(epochDay));
        if (hours.isEmpty()) {
            return new long[0];
        }
        List<Long> edges = new ArrayList<>();
        long midnight = epochDay * SECONDS_PER_DAY;
        long stretch = midnight - ZoneOffset.MAX.getTotalSeconds();
        long end = midnight + SECONDS_PER_DAY - ZoneOffset.MIN.getTotalSeconds();
        while (stretch < end) {
            Instant at = Instant.ofEpochSecond(stretch);
            ZoneOffsetTransition next = rules.nextTransition(at);
            long stretchEnd = next == null ? end : Math.min(end, next.toEpochSecond());
            long local = midnight - rules.getOffset(at).getTotalSeconds();
            for (OpeningHours open : hours) {
                add(
                        edges,
                        Math.max(stretch, local + open.from()),
                        Math.min(stretchEnd, local + open.to()));
            }
            stretch = stretchEnd;
        }
        return edges.stream().mapToLong(Long::longValue).toArray();
    }

    private static void add(List<Long> edges, long from, long to) {
        if (from < to) {
            edges.add(from);
            edges.add(to);
        }
    }
}
