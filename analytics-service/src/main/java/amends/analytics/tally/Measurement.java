package amends.analytics.tally;

import amends.analytics.facts.ComplaintFacts;
import amends.contracts.contact.BrandName;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// A duration that was measured once and belongs to the quantiles of some figures.
public record Measurement(String measure, Duration duration, List<Cell> cells) {

    public Measurement {
        cells = List.copyOf(cells);
    }

    /// The durations that became known by the change, for all and for the complaint's brand; none
    /// of a merged one.
    public static List<Measurement> of(
            Question question, @Nullable ComplaintFacts before, ComplaintFacts after) {
        return after.isMerged()
                ? List.of()
                : question.measured(before, after).stream()
                        .map(each -> each.alsoOf(after.origin().brand()))
                        .toList();
    }

    private Measurement alsoOf(BrandName brand) {
        return new Measurement(measure, duration, Cell.alsoOf(brand, cells));
    }
}
