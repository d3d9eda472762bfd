package amends.workflow.web;

import amends.contracts.policy.PolicyName;
import amends.contracts.routing.QueueName;
import amends.contracts.sla.ClockName;
import amends.workflow.sla.Breaches;
import amends.workflow.sla.Preview;
import amends.workflow.sla.Shift;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What a candidate policy would have changed about the breaches of the complaints received in a
/// span of history.
///
/// @param to not a part of the span
/// @param asOf until when clocks that still run are counted
/// @param complaints that were looked at, newest first
/// @param truncated whether there are more, for which the time did not suffice
/// @param reached when the oldest of those looked at was received; absent when there was none
/// @param queues those where something would change; a complaint counts for the queue where it is,
///   or was last
/// @param clocks those that would go otherwise
record PolicyPreview(
        PolicyName policy,
        Instant from,
        Instant to,
        Instant asOf,
        int complaints,
        boolean truncated,
        @Nullable Instant reached,
        Shift total,
        List<QueueShift> queues,
        List<ClockShift> clocks) {

    /// The part of one queue.
    record QueueShift(QueueName queue, Breaches gained, Breaches lost) {
        static QueueShift of(QueueName queue, Shift shift) {
            return new QueueShift(queue, shift.gained(), shift.lost());
        }
    }

    /// The part of one clock.
    record ClockShift(ClockName clock, Breaches gained, Breaches lost) {
        static ClockShift of(ClockName clock, Shift shift) {
            return new ClockShift(clock, shift.gained(), shift.lost());
        }
    }

    static PolicyPreview of(PolicyName policy, History history, Replay replay) {
        Preview preview = replay.preview();
        return new PolicyPreview(
                policy,
                history.from(),
                history.to(),
                replay.asOf(),
                preview.complaints(),
                replay.isTruncated(),
                replay.reached(),
                preview.total(),
                preview.byQueue().entrySet().stream()
                        .map(entry -> QueueShift.of(entry.getKey(), entry.getValue()))
                        .toList(),
                preview.byClock().entrySet().stream()
                        .map(entry -> ClockShift.of(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
