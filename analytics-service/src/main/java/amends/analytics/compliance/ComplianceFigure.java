package amends.analytics.compliance;

import amends.analytics.facts.ClockFact.State;
import amends.analytics.tally.Cell;
import amends.analytics.tally.Share;
import amends.analytics.tally.Tally;
import amends.contracts.contact.BrandName;
import amends.contracts.sla.ClockFamily;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the clocks of some complaints are kept.
///
/// @param brand absent: of all brands together
public record ComplianceFigure(
        String by, String value, @Nullable BrandName brand, List<Clock> clocks) {

    /// How one clock is kept. Each complaint's clock counts in one of the five.
    ///
    /// @param running in time so far
    /// @param overdue breached, and still running
    /// @param metLate met after its breach
    /// @param keptShare met in time, of all that are decided: met, met late and overdue
    public record Clock(
            String clock,
            ClockFamily family,
            long running,
            long met,
            long overdue,
            long metLate,
            long cancelled,
            @Nullable Double keptShare) {

        static Clock of(ClockCounter any, Map<State, Long> counts) {
            long met = counts.getOrDefault(State.MET, 0L);
            long overdue = counts.getOrDefault(State.OVERDUE, 0L);
            long metLate = counts.getOrDefault(State.MET_LATE, 0L);
            return new Clock(
                    any.clock(),
                    any.family(),
                    counts.getOrDefault(State.RUNNING, 0L),
                    met,
                    overdue,
                    metLate,
                    counts.getOrDefault(State.CANCELLED, 0L),
                    Share.of(met, met + overdue + metLate));
        }
    }

    static ComplianceFigure of(Cell cell, Tally tally) {
        SortedMap<String, ClockCounter> clocks = new TreeMap<>();
        Map<String, Map<State, Long>> counts = new TreeMap<>();
        tally.counts()
                .forEach(
                        (name, count) -> {
                            ClockCounter counter = ClockCounter.parse(name);
                            clocks.put(counter.clock(), counter);
                            counts.computeIfAbsent(counter.clock(), _ -> new EnumMap<>(State.class))
                                    .put(counter.state(), count);
                        });
        return new ComplianceFigure(
                cell.by(),
                cell.value(),
                cell.brand(),
                clocks.values().stream()
                        .map(clock -> Clock.of(clock, counts.getOrDefault(clock.clock(), Map.of())))
                        .toList());
    }
}
