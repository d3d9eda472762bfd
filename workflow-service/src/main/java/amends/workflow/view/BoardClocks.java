package amends.workflow.view;

import java.util.List;
import java.util.stream.LongStream;

/// The clocks of an open complaint, as small as counting and filtering need them: when those that
/// tick warn and are due, and whether one rests.
final class BoardClocks {

    private static final int PAIR = 2;

    private final long[] warnAndDue;
    private final boolean paused;

    private BoardClocks(long[] warnAndDue, boolean paused) {
        this.warnAndDue = warnAndDue;
        this.paused = paused;
    }

    static BoardClocks of(List<ClockRow> clocks) {
        return new BoardClocks(
                clocks.stream()
                        .filter(clock -> clock.state().isTicking())
                        .flatMapToLong(
                                clock ->
                                        LongStream.of(
                                                clock.warnAt().toEpochMilli(),
                                                clock.dueAt().toEpochMilli()))
                        .toArray(),
                clocks.stream().anyMatch(clock -> clock.state() == ClockRow.State.PAUSED));
    }

    /// The state of the clock that presses most: breached before warned before running before
    /// paused; met when none is left. A target is passed when it is past, whether or not that is on
    /// record yet.
    ///
    /// @param instant in milliseconds since 1970
    ClockRow.State pressing(long instant) {
        boolean warned = false;
        for (int i = 0; i < warnAndDue.length; i += PAIR) {
            if (warnAndDue[i + 1] < instant) {
                return ClockRow.State.BREACHED;
            }
            warned |= warnAndDue[i] <= instant;
        }
        if (warnAndDue.length > 0) {
            return warned ? ClockRow.State.WARNED : ClockRow.State.RUNNING;
        }
        return paused ? ClockRow.State.PAUSED : ClockRow.State.MET;
    }

    /// The targets of those that tick, in milliseconds since 1970.
    LongStream due() {
        return LongStream.iterate(1, i -> i < warnAndDue.length, i -> i + PAIR)
                .map(i -> warnAndDue[(int) i]);
    }
}
