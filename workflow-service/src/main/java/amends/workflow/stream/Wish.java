package amends.workflow.stream;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.CorrelationId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What every input comes down to: a command for a complaint, from somebody, at a time.
///
/// @param cause what the events will name as their cause
/// @param expectedVersion the version the wisher saw; absent: any
record Wish(
        ComplaintId complaint,
        ComplaintCommand command,
        Actor actor,
        Instant at,
        @Nullable CorrelationId cause,
        @Nullable Long expectedVersion,
        Answer answer) {

    /// What the wisher wants to hear back on the outcomes topic.
    enum Answer {
        NOTHING,
        /// Accepted or refused.
        DECISION,
        /// What became of a contact.
        DISPOSITION
    }

    static Wish silent(ComplaintId complaint, ComplaintCommand command, Actor actor, Instant at) {
        return new Wish(complaint, command, actor, at, null, null, Answer.NOTHING);
    }
}
