package amends.workflow.routing;

import amends.contracts.routing.Presence;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// What the dispatcher knows of an agent.
///
/// @param presence what was said of it last
/// @param load complaints given to him
/// @param kinds the same by kind of channel
/// @param recent complaints given to him, those of long ago counting less
/// @param recentAt when `recent` was worked out
/// @param lastTurn when he last got one, counted in assignments
/// @param goneSince since when he has been offline or off his shift
public record Desk(
        @Nullable Presence presence,
        int load,
        Map<ChannelKind, Integer> kinds,
        double recent,
        @Nullable Instant recentAt,
        long lastTurn,
        @Nullable Instant goneSince) {

    static final Desk EMPTY = new Desk(null, 0, Map.of(), 0, null, 0, null);

    public Desk {
        kinds = Map.copyOf(kinds);
    }

    int load(ChannelKind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    /// What he got lately: one complaint counts half after each `halfLife`.
    double recent(Instant now, Duration halfLife) {
        if (recentAt == null || !now.isAfter(recentAt)) {
            return recent;
        }
        double halves = (double) Duration.between(recentAt, now).toMillis() / halfLife.toMillis();
        return recent * Math.pow(0.5, halves);
    }

    Desk with(Presence said) {
        return new Desk(said, load, kinds, recent, recentAt, lastTurn, goneSince);
    }

    Desk goneSince(@Nullable Instant since) {
        return new Desk(presence, load, kinds, recent, recentAt, lastTurn, since);
    }

    Desk loaded(ChannelKind kind, int change) {
        Map<ChannelKind, Integer> changed = new TreeMap<>(kinds);
        changed.merge(kind, change, (before, by) -> before + by > 0 ? before + by : null);
        changed.values().removeIf(each -> each <= 0);
        return new Desk(
                presence,
                Math.max(0, load + change),
                changed,
                recent,
                recentAt,
                lastTurn,
                goneSince);
    }

    Desk served(ChannelKind kind, long turn, Instant now, Duration halfLife) {
        Desk loaded = loaded(kind, 1);
        return new Desk(
                presence,
                loaded.load,
                loaded.kinds,
                recent(now, halfLife) + 1,
                now,
                turn,
                goneSince);
    }
}
