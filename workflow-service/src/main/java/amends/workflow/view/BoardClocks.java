package amends.workflow.view;

import java.util.List;
import java.util.stream.LongStream;

/// The clocks of an open complaint, as small as counting and filtering need them: when those that
/// tick warn and are due, and whether one rests.
final class BoardClocks {

    /// When nothing warns: the end of time.
    static final long NEVER = Long.MAX_VALUE;

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

    /// Since when the clock that presses most has been as it is: its target when that is past, else
    /// when it warned or will.
    ///
    /// @param instant in milliseconds since 1970
    /// @return the same; far in the future when none ticks
    long pressingSince(long instant) {
        long breached = Long.MIN_VALUE;
        long warns = Long.MAX_VALUE;
        for (int i = 0; i < warnAndDue.length; i += PAIR) {
            if (warnAndDue[i + 1] < instant) {
                breached = Math.max(breached, warnAndDue[i + 1]);
            }
            warns = Math.min(warns, warnAndDue[i]);
        }
        return breached == Long.MIN_VALUE ? warns : breached;
    }

    /// When the first of those that tick warns or is due, in milliseconds since 1970; else
    /// [#NEVER].
    long firstAlarm() {
        return LongStream.of(warnAndDue).min().orElse(NEVER);
    }

    /// The targets of those that tick, in milliseconds since 1970.
    LongStream due() {
        return LongStream.iterate(1, i -> i < warnAndDue.length, i -> i + PAIR)
                .map(i -> warnAndDue[(int) i]);
    }
}
