package amends.workflow.view;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// The open complaints by when the first of their clocks warns. One thread writes, any number
/// reads.
final class BoardAlarms {

    /// @param millis since 1970
    private record Alarm(long millis, String id) {

        static final Comparator<Alarm> ORDER =
                Comparator.comparingLong(Alarm::millis).thenComparing(Alarm::id);

        static Alarm of(BoardItem item) {
            return new Alarm(item.clocks().firstAlarm(), item.id().value());
        }
    }

    private final ConcurrentNavigableMap<Alarm, BoardItem> alarms =
            new ConcurrentSkipListMap<>(Alarm.ORDER);

    void put(BoardItem item) {
        if (item.clocks().firstAlarm() != BoardClocks.NEVER) {
            alarms.put(Alarm.of(item), item);
        }
    }

    /// Leaves the place that `now` does not stand at.
    void leave(BoardItem before, @Nullable BoardItem now) {
        if (now == null || before.clocks().firstAlarm() != now.clocks().firstAlarm()) {
            alarms.remove(Alarm.of(before));
        }
    }

    /// @param millis since 1970
    Collection<BoardItem> until(long millis) {
        return alarms.headMap(new Alarm(millis + 1, ""), false).values();
    }
}
