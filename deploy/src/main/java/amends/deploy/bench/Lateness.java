package amends.deploy.bench;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What workflow tells its operators about timers and contacts, read at one moment.
///
/// @param fired how many timers fired not later than so many seconds, counted since the start
/// @param contacts how many contacts were decided since the start
record Lateness(NavigableMap<Double, Long> fired, long contacts) {

    private static final Pattern BUCKET =
            Pattern.compile(
                    "^amends_timer_lateness_seconds_bucket\\{.*le=\"([^\"]+)\".*\\} (\\S+)$",
                    Pattern.MULTILINE);
    private static final Pattern CONTACTS =
            Pattern.compile(
                    "^amends_decisions_total\\{.*command=\"register-contact\".*\\} (\\S+)$",
                    Pattern.MULTILINE);

    static Lateness read(String metrics) {
        NavigableMap<Double, Long> fired = new TreeMap<>();
        Matcher bucket = BUCKET.matcher(metrics);
        while (bucket.find()) {
            String limit = bucket.group(1).replace("+Inf", "Infinity");
            fired.put(Double.valueOf(limit), (long) Double.parseDouble(bucket.group(2)));
        }
        long contacts =
                CONTACTS.matcher(metrics)
                        .results()
                        .mapToLong(found -> (long) Double.parseDouble(found.group(1)))
                        .sum();
        return new Lateness(fired, contacts);
    }

    long count() {
        return fired.isEmpty() ? 0 : fired.lastEntry().getValue();
    }

    Lateness since(Lateness before) {
        NavigableMap<Double, Long> more = new TreeMap<>();
        fired.forEach(
                (limit, count) -> more.put(limit, count - before.fired.getOrDefault(limit, 0L)));
        return new Lateness(more, contacts - before.contacts);
    }

    /// No later than so many seconds was this part of them, as exactly as the buckets tell.
    double quantile(double part) {
        double wanted = part * count();
        return fired.entrySet().stream()
                .filter(bucket -> bucket.getValue() >= wanted)
                .mapToDouble(bucket -> bucket.getKey())
                .findFirst()
                .orElse(Double.NaN);
    }
}
