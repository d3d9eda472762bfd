package amends.deploy.bench;

import java.time.Duration;
import java.util.Locale;

/// One row of the table.
///
/// @param aim what the issue asked for, as words
record Figure(String what, String value, String ofTheLimit, Duration took, String aim) {

    static Figure rate(String what, double perSecond, double limit, Duration took, String aim) {
        return new Figure(
                what,
                String.format(Locale.ROOT, "%,.0f /s", perSecond),
                String.format(Locale.ROOT, "%.1f %%", 100 * perSecond / limit),
                took,
                aim);
    }

    static Figure latency(String what, Latencies latencies, Duration took, String aim) {
        return new Figure(what, latencies.toString(), "", took, aim);
    }
}
