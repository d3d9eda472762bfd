package amends.analytics.tally;

import java.time.Duration;
import java.util.List;

/// A duration that was measured once and belongs to the quantiles of some figures.
public record Measurement(String measure, Duration duration, List<Cell> cells) {

    public Measurement {
        cells = List.copyOf(cells);
    }
}
