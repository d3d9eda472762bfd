package amends.workflow.complaint;

import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerId;
import amends.contracts.priority.Priority;
import amends.contracts.routing.DispatchEvent;
import amends.contracts.routing.Needed;
import amends.contracts.routing.PoolName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the dispatchers of the pools must hear of a change.
public final class Dispatching {

    private Dispatching() {}

    /// A dispatch event and the pool whose dispatcher must hear it.
    public record Addressed(PoolName pool, DispatchEvent event) {}

    /// @param before the complaint before a command's events
    /// @param after the complaint after all of them
    public static List<Addressed> between(Complaint before, Complaint after) {
        DispatchEvent now = event(after);
        DispatchEvent then = event(before);
        PoolName pool = pool(after);
        PoolName oldPool = pool(before);
        List<Addressed> told = new ArrayList<>();
        if (then != null && oldPool != null && (now == null || !oldPool.equals(pool))) {
            told.add(new Addressed(oldPool, new DispatchEvent.ComplaintLeft(before.id())));
        }
        if (now != null && pool != null && !(now.equals(then) && pool.equals(oldPool))) {
            told.add(new Addressed(pool, now));
        }
        return told;
    }

    private static @Nullable PoolName pool(Complaint state) {
        return state.place() == null ? null : state.place().pool();
    }

    /// Where the complaint stands for its dispatcher; absent when it needs nobody.
    private static @Nullable DispatchEvent event(Complaint state) {
        Place place = state.place();
        Instant since = state.waitingSince();
        if (!state.status().isOpen() || place == null || since == null) {
            return null;
        }
        if (state.owner() != null) {
            return new DispatchEvent.ComplaintTaken(
                    state.id(),
                    state.owner(),
                    place.queue(),
                    channel(state),
                    customer(state),
                    state.ownership().handed() ? new Needed(place.skills(), place.levels()) : null);
        }
        return new DispatchEvent.ComplaintWaits(
                state.id(),
                place.queue(),
                place.skills(),
                score(state),
                state.nextDue().orElse(null),
                since,
                place.levels(),
                channel(state),
                customer(state),
                state.ownership().askedFirst());
    }

    private static @Nullable ChannelName channel(Complaint state) {
        return state.arrival() == null ? null : state.arrival().channel();
    }

    private static @Nullable CustomerId customer(Complaint state) {
        return state.arrival() == null ? null : state.arrival().customer();
    }

    private static int score(Complaint state) {
        Priority priority = state.priority();
        return priority == null ? 0 : priority.score();
    }
}
