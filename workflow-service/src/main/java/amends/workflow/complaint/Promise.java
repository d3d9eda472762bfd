package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintEvent.PromiseMade;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.PromiseId;
import amends.contracts.name.Crockford;
import amends.contracts.personal.FreeText;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A deadline that the customer was told.
public record Promise(PromiseId id, Instant due, State state) {

    static final int MOST_KNOWN = 50;
    private static final int ID_LENGTH = 12;

    /// What became of it.
    public enum State {
        OPEN,
        KEPT,
        BROKEN
    }

    /// The same promise has the same id, so that it is not made twice.
    static PromiseId idOf(ComplaintId complaint, FreeText what, Instant due) {
        return new PromiseId(
                Crockford.hash(
                        ID_LENGTH, "promise", complaint.value(), what.value(), due.toString()));
    }

    /// One more; the oldest is forgotten when they become too many.
    static List<Promise> made(List<Promise> known, PromiseMade event) {
        int surplus = Math.max(0, known.size() + 1 - MOST_KNOWN);
        List<Promise> all = new ArrayList<>(known.subList(surplus, known.size()));
        all.add(new Promise(event.promise(), event.due(), State.OPEN));
        return all;
    }

    static List<Promise> changed(List<Promise> known, PromiseId id, UnaryOperator<Promise> change) {
        return known.stream()
                .map(promise -> promise.id().equals(id) ? change.apply(promise) : promise)
                .toList();
    }

    Promise renewed(Instant newDue) {
        return new Promise(id, newDue, state);
    }

    Promise become(State newState) {
        return new Promise(id, due, newState);
    }
}
