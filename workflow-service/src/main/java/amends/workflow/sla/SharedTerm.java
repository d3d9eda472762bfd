package amends.workflow.sla;

import amends.contracts.complaint.ComplaintId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// From when one regulatory clock counts of a complaint that stands for others: an authority's term
/// begins with the first of them.
///
/// @param own when the complaint's own clock began; absent: it had none that ran
/// @param others when those of its duplicates began, by complaint
public record SharedTerm(@Nullable Instant own, Map<ComplaintId, Instant> others) {

    public static final SharedTerm NONE = new SharedTerm(null, Map.of());

    public SharedTerm {
        others = Map.copyOf(others);
    }

    /// @param running when the clock that runs now began; absent: none runs
    public SharedTerm with(ComplaintId duplicate, Instant startedAt, @Nullable Instant running) {
        Map<ComplaintId, Instant> all = new HashMap<>(others);
        all.put(duplicate, startedAt);
        boolean isBorrowed = running != null && others.containsValue(running);
        return new SharedTerm(isBorrowed ? own : running, all);
    }

    public SharedTerm without(ComplaintId duplicate) {
        Map<ComplaintId, Instant> rest = new HashMap<>(others);
        rest.remove(duplicate);
        return new SharedTerm(own, rest);
    }

    public boolean isBroughtBy(ComplaintId duplicate, Instant startedAt) {
        return startedAt.equals(others.get(duplicate));
    }

    /// Absent: nobody brings this clock any more.
    public @Nullable Instant startedAt() {
        return Stream.concat(Stream.ofNullable(own), others.values().stream())
                .min(Instant::compareTo)
                .orElse(null);
    }
}
