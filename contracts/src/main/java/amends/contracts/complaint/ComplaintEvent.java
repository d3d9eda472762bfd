package amends.contracts.complaint;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Customer;
import amends.contracts.contact.OriginalPosition;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.priority.Priority;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.RoutingRuleName;
import amends.contracts.routing.Skill;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.SortedSet;

/// What can happen to a complaint. Names and fields are for ever: add, never rename.
///
/// It is one file because it is one vocabulary: read from top to bottom it tells the procedure of
/// complaint handling.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ComplaintEvent {

    // Arrival

    record ComplaintReceived(
            ComplaintReference reference,
            BrandName brand,
            Customer customer,
            ContactContent contact,
            OriginalPosition original)
            implements ComplaintEvent {}

    /// Another contact about the same matter.
    record ContactAppended(ContactContent contact, Customer customer, OriginalPosition original)
            implements ComplaintEvent {}

    /// The envelope's actor tells an automatic acknowledgement from a human one.
    record ComplaintAcknowledged() implements ComplaintEvent {}

    // Priority, routing, responsibility

    record PriorityAssessed(Priority priority) implements ComplaintEvent {}

    record ComplaintQueued(
            QueueName queue,
            PoolName pool,
            SortedSet<Skill> skills,
            RoutingRuleName rule,
            PolicyVersion policy)
            implements ComplaintEvent {}

    record ComplaintAssigned(AgentId agent) implements ComplaintEvent {}

    /// `to` is absent when the complaint goes back to its queue.
    record ComplaintHandedOver(@Nullable AgentId from, @Nullable AgentId to, FreeText reason)
            implements ComplaintEvent {}

    // Soothe, find the real point

    /// A person's words to the customer.
    record ReplySent(FreeText text) implements ComplaintEvent {}

    record ComplaintClarified(Concern concern, Demand demand) implements ComplaintEvent {}

    record PromiseMade(PromiseId promise, FreeText what, Instant due) implements ComplaintEvent {}

    record PromiseKept(PromiseId promise) implements ComplaintEvent {}

    record PromiseBroken(PromiseId promise) implements ComplaintEvent {}

    // Deliberate

    record ComplaintAssessed(Assessment assessment) implements ComplaintEvent {}

    /// An unreasonable demand, turned down with respect.
    record DemandDeclined(FreeText reason) implements ComplaintEvent {}

    // Bring the solution

    record SolutionProposed(Remedy remedy, FreeText explanation) implements ComplaintEvent {}

    record ProposalAccepted() implements ComplaintEvent {}

    record ProposalDeclined(FreeText reason) implements ComplaintEvent {}

    record RemedyExecuted(Remedy remedy, FreeText note) implements ComplaintEvent {}

    record ComplaintResolved(boolean onTheSpot, Verification verification, FreeText summary)
            implements ComplaintEvent {}

    // Proof

    /// `round` counts follow-ups of this complaint from 1.
    record FollowUpSent(int round) implements ComplaintEvent {}

    record FollowUpAnswered(int round, SurveyAnswer answer) implements ComplaintEvent {}

    record ComplaintReopened(ReopeningReason reason, @Nullable ContactId contact)
            implements ComplaintEvent {}

    record ComplaintClosed(ClosingReason reason) implements ComplaintEvent {}

    // Clocks

    record ClockStarted(
            ClockName clock,
            ClockFamily family,
            Instant startedAt,
            Instant warnAt,
            Instant dueAt,
            PolicyVersion policy,
            PolicyVersion calendar)
            implements ComplaintEvent {}

    record ClockWarned(ClockName clock, Instant dueAt) implements ComplaintEvent {}

    record ClockMet(ClockName clock, Instant dueAt) implements ComplaintEvent {}

    /// The target passed; the clock goes on until it is met late or cancelled.
    record ClockBreached(ClockName clock, Instant dueAt) implements ComplaintEvent {}

    record ClockCancelled(ClockName clock) implements ComplaintEvent {}
}
