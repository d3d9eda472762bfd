package amends.workflow.view;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The open complaints whose clocks were breached or have warned, what happened last first.
@Component
public class Escalations {

    private final BoardIndex index;
    private final Clock clock;

    Escalations(BoardIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    public List<RowJson> newest(Sight sight, int most) {
        Instant instant = clock.instant();
        long now = instant.toEpochMilli();
        return index.alarming(instant).stream()
                .filter(sight::covers)
                .map(item -> new Since(item, item.clocks().pressingSince(now)))
                .filter(since -> since.millis() <= now)
                .sorted(
                        Comparator.comparingLong(Since::millis)
                                .reversed()
                                .thenComparing(since -> since.item().id().value()))
                .limit(most)
                .map(since -> since.item().row().json())
                .toList();
    }

    /// @param millis since 1970
    private record Since(BoardItem item, long millis) {}
}
