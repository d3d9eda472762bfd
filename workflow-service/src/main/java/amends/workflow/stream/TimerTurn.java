package amends.workflow.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The turn of the timers between the messages of a partition. Kafka Streams gives it to them after
/// each round of messages once a tick is over, so messages never keep timers waiting; and it ends
/// after a part of the tick, so however many timers are overdue, two partitions of one thread leave
/// half of its time to messages.
final class TimerTurn {

    static final Duration TICK = Duration.ofMillis(100);
    static final int MOST_TIMERS = 500;
    private static final Duration LONGEST = TICK.dividedBy(4);

    /// @param spent of the turn, before this timer
    interface Firing {
        void fire(TimerKey key, Instant now, Duration spent);
    }

    private TimerTurn() {}

    /// Fires what is due, oldest first; what has no place in this turn comes first in the next one.
    static void take(TimerStore timers, long nowMillis, Firing firing) {
        Instant now = Instant.ofEpochMilli(nowMillis);
        List<TimerKey> due = timers.due(nowMillis, MOST_TIMERS);
        long began = System.nanoTime();
        for (TimerKey key : due) {
            Duration spent = Duration.ofNanos(System.nanoTime() - began);
            if (spent.compareTo(LONGEST) > 0) {
                timers.leave(key);
                return;
            }
            firing.fire(key, now, spent);
        }
    }
}
