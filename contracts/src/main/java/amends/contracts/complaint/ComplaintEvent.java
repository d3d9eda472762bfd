package amends.contracts.complaint;

import amends.contracts.authority.ApprovalReason;
import amends.contracts.authority.RoleName;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.OriginalPosition;
import amends.contracts.contact.OtherWords;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.priority.Priority;
import amends.contracts.priority.PriorityFactor;
import amends.contracts.quality.ReviewAnswer;
import amends.contracts.quality.ReviewId;
import amends.contracts.quality.ServiceSign;
import amends.contracts.routing.PoolName;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.RoutingRuleName;
import amends.contracts.routing.Skill;
import amends.contracts.sla.ClockFamily;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.ClockStart;
import amends.contracts.sla.ClockStep;
import amends.contracts.sla.EscalationAction;
import amends.contracts.typology.Relation;
import amends.contracts.typology.Temper;
import amends.contracts.typology.TypologySign;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
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
    ///
    /// @param via the merged complaint that it was sent to; absent: this one
    /// @param otherWords absent: it came under an id that was not known
    record ContactAppended(
            ContactContent contact,
            Customer customer,
            OriginalPosition original,
            @Nullable ComplaintId via,
            @Nullable OtherWords otherWords)
            implements ComplaintEvent {

        public ContactAppended(
                ContactContent contact, Customer customer, OriginalPosition original) {
            this(contact, customer, original, null, null);
        }
    }

    /// The envelope's actor tells an automatic acknowledgement from a human one.
    record ComplaintAcknowledged() implements ComplaintEvent {}

    // Priority, routing, responsibility

    record PriorityAssessed(Priority priority) implements ComplaintEvent {}

    /// @param levels the lowest level of those skills that must be mastered better than at all
    record ComplaintQueued(
            QueueName queue,
            PoolName pool,
            SortedSet<Skill> skills,
            RoutingRuleName rule,
            PolicyVersion policy,
            @Nullable SortedMap<Skill, Integer> levels)
            implements ComplaintEvent {

        public ComplaintQueued(
                QueueName queue,
                PoolName pool,
                SortedSet<Skill> skills,
                RoutingRuleName rule,
                PolicyVersion policy) {
            this(queue, pool, skills, rule, policy, null);
        }
    }

    record ComplaintAssigned(AgentId agent) implements ComplaintEvent {}

    /// `to` is absent when the complaint goes back to its queue.
    ///
    /// @param pool where he is who gets it; absent: in the pool that it is in already
    record ComplaintHandedOver(
            @Nullable AgentId from, @Nullable AgentId to, FreeText reason, @Nullable PoolName pool)
            implements ComplaintEvent {

        public ComplaintHandedOver(@Nullable AgentId from, @Nullable AgentId to, FreeText reason) {
            this(from, to, reason, null);
        }
    }

    /// Its owner may not be there to go on with it: it waits again, first of all for him.
    record ComplaintReoffered(AgentId from, ReofferReason reason) implements ComplaintEvent {}

    /// The customer was sent round in circles: from here on somebody with authority has it.
    ///
    /// @param handovers how many there were, the last one included
    /// @param instead who would have got it next
    record CustomerSentRound(int handovers, CircleSign sign, @Nullable AgentId instead)
            implements ComplaintEvent {}

    // Who is complaining

    /// What the contacts show of the customer, with the signs that speak for it. A type that an
    /// agent corrected is not recognised again and is absent here.
    ///
    /// @param temper absent: nothing speaks for one
    /// @param relation absent: nothing speaks for one
    record TypologyRecognised(
            @Nullable Temper temper,
            List<TypologySign> temperSigns,
            @Nullable Relation relation,
            List<TypologySign> relationSigns,
            PolicyVersion policy)
            implements ComplaintEvent {

        public TypologyRecognised {
            temperSigns = List.copyOf(temperSigns);
            relationSigns = List.copyOf(relationSigns);
        }
    }

    /// A person knows the customer better than the signs do.
    ///
    /// @param temper absent: it stays as it is
    /// @param relation absent: it stays as it is
    record TypologyCorrected(@Nullable Temper temper, @Nullable Relation relation)
            implements ComplaintEvent {}

    /// A person says that this is somebody else than the customer whose contact point he used: from
    /// here on he is a customer of his own, with all that is still sent to this complaint.
    ///
    /// @param from the customer who he was taken for
    record CustomerSeparated(CustomerId customer, CustomerId from, FreeText reason)
            implements ComplaintEvent {}

    /// That was a mistake: he is who he was taken for.
    ///
    /// @param customer the one who he was taken for
    /// @param from the one that he was meanwhile
    record CustomerRejoined(CustomerId customer, CustomerId from, FreeText reason)
            implements ComplaintEvent {}

    // Soothe, find the real point

    /// A person's words to the customer.
    record ReplySent(FreeText text) implements ComplaintEvent {}

    record ComplaintClarified(Concern concern, Demand demand) implements ComplaintEvent {}

    record PromiseMade(PromiseId promise, FreeText what, Instant due) implements ComplaintEvent {}

    record PromiseKept(PromiseId promise) implements ComplaintEvent {}

    record PromiseBroken(PromiseId promise) implements ComplaintEvent {}

    /// The customer was told why it takes longer, and until when, before the promise was broken.
    record PromiseRenewed(PromiseId promise, FreeText reason, Instant due)
            implements ComplaintEvent {}

    // Deliberate

    record ComplaintAssessed(Assessment assessment) implements ComplaintEvent {}

    /// An unreasonable demand, turned down with respect.
    record DemandDeclined(FreeText reason) implements ComplaintEvent {}

    // Bring the solution

    /// @param authority the policy under which it could be promised; absent where none was asked
    record SolutionProposed(Remedy remedy, FreeText explanation, @Nullable PolicyVersion authority)
            implements ComplaintEvent {

        public SolutionProposed(Remedy remedy, FreeText explanation) {
            this(remedy, explanation, null);
        }
    }

    /// More than its proposer may promise alone. The customer does not hear of it before it is
    /// approved.
    ///
    /// @param approvals how many people must approve
    /// @param stake what counts against the limits, in the remedy's currency
    record ApprovalRequested(
            Remedy.Material remedy,
            FreeText explanation,
            Actor proposer,
            SortedSet<ApprovalReason> reasons,
            int approvals,
            BigDecimal stake,
            PolicyVersion policy)
            implements ComplaintEvent {}

    /// @param missing how many more people must approve
    record ApprovalGranted(AgentId approver, RoleName role, int missing, PolicyVersion policy)
            implements ComplaintEvent {}

    record ApprovalRefused(AgentId approver, FreeText reason) implements ComplaintEvent {}

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

    /// An answer to the customer that a regulator accepts in place of the final one: why it takes
    /// longer, and until when.
    record HoldingResponseSent(FreeText text) implements ComplaintEvent {}

    // How well it was done

    /// @param agent whose doing it was, if anybody's
    /// @param policy by which it counts as a sign
    record SignOfBadServiceSeen(ServiceSign sign, @Nullable AgentId agent, PolicyVersion policy)
            implements ComplaintEvent {}

    /// What only a person can judge. The envelope's actor is the reviewer.
    record QualityReviewed(
            ReviewId review, AgentId agent, List<ReviewAnswer> answers, @Nullable FreeText note)
            implements ComplaintEvent {

        public QualityReviewed {
            answers = List.copyOf(answers);
        }
    }

    /// The one who was reviewed sees it otherwise.
    record ReviewAppealed(ReviewId review, FreeText reason) implements ComplaintEvent {}

    /// @param reviewStands whether the review holds in spite of the appeal
    record AppealDecided(ReviewId review, boolean reviewStands, FreeText reason)
            implements ComplaintEvent {}

    // Waiting for others

    /// From here on somebody else must move before the company can.
    record WaitingStarted(WaitingFor waitingFor, FreeText reason) implements ComplaintEvent {}

    record WaitingEnded(WaitingFor waitingFor) implements ComplaintEvent {}

    // Clocks

    /// What happens to one of the complaint's clocks.
    interface OfClock {
        ClockName clock();
    }

    /// A clock begins, or one that runs gets a nearer target: then its `startedAt` is the old one;
    /// or it counts from another beginning, because a duplicate's came earlier or was released.
    ///
    /// @param warnAt its first warning
    /// @param steps what else is due before or after the target, in order of time
    record ClockStarted(
            ClockName clock,
            ClockFamily family,
            Instant startedAt,
            Instant warnAt,
            Instant dueAt,
            PolicyVersion policy,
            PolicyVersion calendar,
            @Nullable List<ClockStep> steps)
            implements ComplaintEvent, OfClock {

        public ClockStarted(
                ClockName clock,
                ClockFamily family,
                Instant startedAt,
                Instant warnAt,
                Instant dueAt,
                PolicyVersion policy,
                PolicyVersion calendar) {
            this(clock, family, startedAt, warnAt, dueAt, policy, calendar, null);
        }
    }

    /// The clock stands still and keeps what is left of its time. Told again when a raised priority
    /// leaves it less.
    record ClockPaused(ClockName clock, Duration left) implements ComplaintEvent, OfClock {}

    record ClockResumed(
            ClockName clock,
            Instant warnAt,
            Instant dueAt,
            PolicyVersion policy,
            PolicyVersion calendar,
            @Nullable List<ClockStep> steps)
            implements ComplaintEvent, OfClock {}

    /// The policy or calendar changed and was applied to a clock that runs; what counted before
    /// still counts.
    ///
    /// @param left what it has left, if it is paused
    record ClockRescheduled(
            ClockName clock,
            Instant warnAt,
            Instant dueAt,
            @Nullable Duration left,
            PolicyVersion policy,
            PolicyVersion calendar,
            @Nullable List<ClockStep> steps)
            implements ComplaintEvent, OfClock {}

    /// @param percent how much of the time is over; absent: the first warning
    record ClockWarned(ClockName clock, Instant dueAt, @Nullable Integer percent)
            implements ComplaintEvent, OfClock {

        public ClockWarned(ClockName clock, Instant dueAt) {
            this(clock, dueAt, null);
        }
    }

    record ClockMet(ClockName clock, Instant dueAt) implements ComplaintEvent, OfClock {}

    /// The target passed; the clock goes on until it is met late or cancelled.
    record ClockBreached(ClockName clock, Instant dueAt) implements ComplaintEvent, OfClock {}

    /// A level of escalation was reached; `actions` are what its policy asks for.
    ///
    /// @param queue where the complaint was then, if anywhere
    /// @param owner who had it then, if anybody
    record ClockEscalated(
            ClockName clock,
            Instant dueAt,
            int percent,
            SortedSet<EscalationAction> actions,
            @Nullable QueueName queue,
            @Nullable AgentId owner)
            implements ComplaintEvent, OfClock {}

    record ClockCancelled(ClockName clock) implements ComplaintEvent, OfClock {}

    // Merging: a link between two complaints, and its undoing

    /// It shall be merged into another complaint, which has to agree.
    ///
    /// @param contacts how many it has
    record MergeRequested(ComplaintId into, int contacts) implements ComplaintEvent {}

    /// The other complaint could not take it in.
    record MergeRefused(ComplaintId into, Refusal.Rule rule, Explanation explanation)
            implements ComplaintEvent {}

    /// From here on the other complaint stands for both, and this one rests.
    record ComplaintMerged(ComplaintId into) implements ComplaintEvent {}

    /// The merge was a mistake; the complaint stands where it stood before.
    record ComplaintUnmerged(ComplaintId from, FreeText reason) implements ComplaintEvent {}

    /// A contact came for a merged complaint and was handed to the one that survives.
    ///
    /// @param otherWords absent: it came under an id that was not known
    record ContactPassedOn(
            ComplaintId to,
            ContactContent contact,
            Customer customer,
            OriginalPosition original,
            @Nullable OtherWords otherWords)
            implements ComplaintEvent {

        public ContactPassedOn(
                ComplaintId to,
                ContactContent contact,
                Customer customer,
                OriginalPosition original) {
            this(to, contact, customer, original, null);
        }
    }

    /// It stands for another complaint too. Told again when that has more contacts than was known.
    ///
    /// @param contacts how many the duplicate has
    /// @param factors what made the duplicate urgent
    /// @param terms regulatory clocks of the duplicate that go on here; absent: none
    record DuplicateTakenIn(
            ComplaintId duplicate,
            int contacts,
            List<PriorityFactor> factors,
            @Nullable List<ClockStart> terms)
            implements ComplaintEvent {

        public DuplicateTakenIn {
            factors = List.copyOf(factors);
            terms = terms == null ? null : List.copyOf(terms);
        }

        public DuplicateTakenIn(ComplaintId duplicate, int contacts, List<PriorityFactor> factors) {
            this(duplicate, contacts, factors, null);
        }
    }

    /// The other complaint stands for itself again, with all contacts that were sent to it.
    record DuplicateReleased(ComplaintId duplicate) implements ComplaintEvent {}
}
