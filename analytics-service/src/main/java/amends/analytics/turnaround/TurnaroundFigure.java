package amends.analytics.turnaround;

import amends.analytics.tally.Cell;
import amends.analytics.tally.Quantiles;
import amends.analytics.tally.Share;
import amends.analytics.tally.Tally;
import amends.contracts.contact.BrandName;

import org.jspecify.annotations.Nullable;

/// How long customers wait.
///
/// @param brand absent: of all brands together
/// @param resolved complaints that were resolved at least once
/// @param firstContactResolutionShare share of these that were resolved on the spot
public record TurnaroundFigure(
        String by,
        String value,
        @Nullable BrandName brand,
        long complaints,
        long resolved,
        long onTheSpot,
        @Nullable Double firstContactResolutionShare,
        Wait acknowledgement,
        Wait firstReply,
        Wait resolution) {

    /// The distribution of one wait, in seconds.
    public record Wait(
            long count,
            @Nullable Double p50Seconds,
            @Nullable Double p90Seconds,
            @Nullable Double p95Seconds,
            @Nullable Double p99Seconds) {

        private static final double MILLIS_PER_SECOND = 1000;
        private static final double MEDIAN = 0.5;
        private static final double NINE_OF_TEN = 0.9;
        private static final double NINETEEN_OF_TWENTY = 0.95;
        private static final double NINETY_NINE_OF_HUNDRED = 0.99;

        static Wait of(Quantiles waits) {
            return waits.count() == 0
                    ? new Wait(0, null, null, null, null)
                    : new Wait(
                            waits.count(),
                            seconds(waits, MEDIAN),
                            seconds(waits, NINE_OF_TEN),
                            seconds(waits, NINETEEN_OF_TWENTY),
                            seconds(waits, NINETY_NINE_OF_HUNDRED));
        }

        private static double seconds(Quantiles waits, double share) {
            return waits.at(share).toMillis() / MILLIS_PER_SECOND;
        }
    }

    static TurnaroundFigure of(Cell cell, Tally tally) {
        long resolved = tally.count(Turnaround.RESOLUTION);
        long onTheSpot = tally.count(Turnaround.ON_THE_SPOT);
        return new TurnaroundFigure(
                cell.by(),
                cell.value(),
                cell.brand(),
                tally.count(Turnaround.COMPLAINTS),
                resolved,
                onTheSpot,
                Share.of(onTheSpot, resolved),
                Wait.of(tally.quantiles(Turnaround.ACKNOWLEDGEMENT)),
                Wait.of(tally.quantiles(Turnaround.FIRST_REPLY)),
                Wait.of(tally.quantiles(Turnaround.RESOLUTION)));
    }
}
