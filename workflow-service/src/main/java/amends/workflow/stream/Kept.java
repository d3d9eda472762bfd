package amends.workflow.stream;

import amends.workflow.complaint.Complaint;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A complaint as the store keeps it.
///
/// @param wakeAt where its one entry among the timers stands; absent when time wishes nothing of it
record Kept(Complaint complaint, @Nullable Instant wakeAt) {

    /// When time wishes something that is due at this moment. What is over already when it comes up
    /// is not late since then, only since it came up.
    Instant wakeFor(Instant due, Instant now) {
        Instant cameUp = wakeAt != null && wakeAt.isBefore(now) ? wakeAt : now;
        return due.isBefore(cameUp) ? cameUp : due;
    }
}
