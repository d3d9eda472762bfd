package amends.deploy.bench;

import amends.deploy.TextTable;

import java.time.Duration;
import java.util.Locale;

/// What was measured, every rate also as a part of the limit that was measured in the same run.
final class Table {

    private static final double PERCENT = 100;

    private final TextTable rows =
            new TextTable()
                    .left("what")
                    .right("measured")
                    .right("of the limit")
                    .right("time")
                    .left("aim");
    private double limit;

    /// The rate that the others are compared with; comes first.
    void limit(String what, double perSecond, Duration took) {
        limit = perSecond;
        rate(what, perSecond, took, "the limit");
    }

    void latency(String what, Latencies latencies, Duration took, String aim) {
        figure(what, latencies.toString(), took, aim);
    }

    /// Not to be compared with the limit.
    void figure(String what, String measured, Duration took, String aim) {
        rows.row(what, measured, "", took.toSeconds() + " s", aim);
    }

    void rate(String what, double perSecond, Duration took, String aim) {
        rows.row(
                what,
                String.format(Locale.ROOT, "%,.0f /s", perSecond),
                limit == 0
                        ? ""
                        : String.format(Locale.ROOT, "%.1f %%", PERCENT * perSecond / limit),
                took.toSeconds() + " s",
                aim);
    }

    @Override
    public String toString() {
        return rows.toString();
    }
}
