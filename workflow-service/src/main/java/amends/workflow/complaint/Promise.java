package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.PromiseId;
import amends.contracts.name.Crockford;
import amends.contracts.personal.FreeText;

import java.time.Instant;

/// A deadline that the customer was told.
public record Promise(PromiseId id, Instant due, State state) {

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

    Promise renewed(Instant newDue) {
        return new Promise(id, newDue, state);
    }

    Promise become(State newState) {
        return new Promise(id, due, newState);
    }
}
