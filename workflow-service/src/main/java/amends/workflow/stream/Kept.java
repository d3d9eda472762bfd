package amends.workflow.stream;

import amends.workflow.complaint.Complaint;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A complaint as the store keeps it.
///
/// @param wakeAt where its one entry among the timers stands; absent when time wishes nothing of it
record Kept(Complaint complaint, @Nullable Instant wakeAt) {}
