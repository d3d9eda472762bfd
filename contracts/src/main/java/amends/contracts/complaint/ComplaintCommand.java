package amends.contracts.complaint;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.Customer;
import amends.contracts.contact.OriginalPosition;
import amends.contracts.contact.OtherWords;
import amends.contracts.insight.Insight;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.priority.PriorityFactor;
import amends.contracts.quality.ReviewAnswer;
import amends.contracts.quality.ReviewId;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.ClockStart;
import amends.contracts.sla.ClockStep;
import amends.contracts.typology.Relation;
import amends.contracts.typology.Temper;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What somebody or something wishes to happen to a complaint. A command repeated yields no events.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ComplaintCommand {

    /// What only the platform itself wishes: because time went by, analytics saw something, another
    /// complaint sends it, or a ledger, a dispatcher or an operator asks for it. Offered to nobody.
    interface OfPlatform {

        /// Under what somebody waits for the answer; absent: nobody does.
        ///
        /// @param sent under which it was sent
        default @Nullable CorrelationId awaitedUnder(CorrelationId sent) {
            return null;
        }
    }

    /// @param via the merged complaint that it was sent to; absent: this one
    /// @param otherWords what that complaint found; absent: nothing
    record RegisterContact(
            BrandName brand,
            Customer customer,
            ContactContent contact,
            OriginalPosition original,
            @Nullable ComplaintId via,
            @Nullable OtherWords otherWords)
            implements ComplaintCommand {

        public RegisterContact(
                BrandName brand,
                Customer customer,
                ContactContent contact,
                OriginalPosition original) {
            this(brand, customer, contact, original, null);
        }

        public RegisterContact(
                BrandName brand,
                Customer customer,
                ContactContent contact,
                OriginalPosition original,
                @Nullable ComplaintId via) {
            this(brand, customer, contact, original, via, null);
        }
    }

    record Acknowledge() implements ComplaintCommand {}

    record Assign(AgentId agent) implements ComplaintCommand {}

    /// Without `to` the complaint goes back to its queue.
    record HandOver(@Nullable AgentId to, FreeText reason) implements ComplaintCommand {}

    /// Whoever has it is gone for too long, or can't have it: somebody else may take it.
    ///
    /// @param reason absent: he is gone
    record Reoffer(AgentId from, @Nullable ReofferReason reason)
            implements ComplaintCommand, OfPlatform {

        public Reoffer(AgentId from) {
            this(from, null);
        }
    }

    /// The customer is of another type than was recognised; what is absent stays as it is.
    record CorrectTypology(@Nullable Temper temper, @Nullable Relation relation)
            implements ComplaintCommand {}

    /// The customer is somebody else than who has used the same contact point before.
    record SeparateCustomer(FreeText reason) implements ComplaintCommand {}

    /// Takes that back.
    record RejoinCustomer(FreeText reason) implements ComplaintCommand {}

    record Reply(FreeText text) implements ComplaintCommand {}

    record Clarify(Concern concern, Demand demand) implements ComplaintCommand {}

    record MakePromise(FreeText what, Instant due) implements ComplaintCommand {}

    record KeepPromise(PromiseId promise) implements ComplaintCommand {}

    /// Tells the customer in time that it takes longer.
    record RenewPromise(PromiseId promise, FreeText reason, Instant due)
            implements ComplaintCommand {}

    record Assess(Assessment assessment) implements ComplaintCommand {}

    record DeclineDemand(FreeText reason) implements ComplaintCommand {}

    record ProposeSolution(Remedy remedy, FreeText explanation) implements ComplaintCommand {}

    /// A proposal with what its customer was granted in other complaints, as the ledger of grants
    /// knows it.
    ///
    /// @param elsewhere in the remedy's currency
    record WeighProposal(Remedy remedy, FreeText explanation, BigDecimal elsewhere)
            implements ComplaintCommand, OfPlatform {

        @Override
        public @Nullable CorrelationId awaitedUnder(CorrelationId sent) {
            return sent;
        }

        public ProposeSolution proposal() {
            return new ProposeSolution(remedy, explanation);
        }
    }

    /// Someone with authority agrees that what waits for approval is promised.
    record Approve() implements ComplaintCommand {}

    record RefuseApproval(FreeText reason) implements ComplaintCommand {}

    record AcceptProposal() implements ComplaintCommand {}

    record DeclineProposal(FreeText reason) implements ComplaintCommand {}

    record ExecuteRemedy(FreeText note) implements ComplaintCommand {}

    record SendHoldingResponse(FreeText text) implements ComplaintCommand {}

    /// Somebody else must move first; waiting for another than before takes its place.
    record StartWaiting(WaitingFor waitingFor, FreeText reason) implements ComplaintCommand {}

    record EndWaiting() implements ComplaintCommand {}

    record Resolve(boolean onTheSpot, Verification verification, FreeText summary)
            implements ComplaintCommand {}

    /// The follow-up of this round reached its delivery channel.
    record RecordFollowUp(int round) implements ComplaintCommand {}

    record AnswerFollowUp(int round, SurveyAnswer answer) implements ComplaintCommand {}

    record Reopen(ReopeningReason reason) implements ComplaintCommand {}

    record Close(ClosingReason reason) implements ComplaintCommand {}

    /// Someone judged how an agent served the customer.
    record ReviewQuality(AgentId agent, List<ReviewAnswer> answers, @Nullable FreeText note)
            implements ComplaintCommand {

        public ReviewQuality {
            answers = List.copyOf(answers);
        }
    }

    record AppealReview(ReviewId review, FreeText reason) implements ComplaintCommand {}

    record DecideAppeal(ReviewId review, boolean reviewStands, FreeText reason)
            implements ComplaintCommand {}

    /// Analytics learned something about it.
    record TakeInsight(Insight insight) implements ComplaintCommand, OfPlatform {}

    /// An operator applies a changed policy or calendar to what is open already.
    record RescheduleClock(
            ClockName clock,
            Instant warnAt,
            Instant dueAt,
            @Nullable Duration left,
            PolicyVersion policy,
            PolicyVersion calendar,
            @Nullable List<ClockStep> steps)
            implements ComplaintCommand, OfPlatform {
        @Override
        public @Nullable CorrelationId awaitedUnder(CorrelationId sent) {
            return sent;
        }
    }

    // Time as a wish: raised by timers, decided like everything else

    /// @param percent how much of the time is over; absent: the first warning
    record WarnOfClock(ClockName clock, Instant dueAt, @Nullable Integer percent)
            implements ComplaintCommand, OfPlatform {

        public WarnOfClock(ClockName clock, Instant dueAt) {
            this(clock, dueAt, null);
        }
    }

    record EscalateClock(ClockName clock, Instant dueAt, int percent)
            implements ComplaintCommand, OfPlatform {}

    record BreachClock(ClockName clock, Instant dueAt) implements ComplaintCommand, OfPlatform {}

    record BreakPromise(PromiseId promise) implements ComplaintCommand, OfPlatform {}

    /// Waiting has raised its priority.
    record ReviewPriority() implements ComplaintCommand, OfPlatform {}

    // Merging: the complaint that is a duplicate asks, the one that survives answers

    /// It is about the same matter as another complaint, which shall survive.
    record MergeInto(ComplaintId into) implements ComplaintCommand {}

    record UndoMerge(FreeText reason) implements ComplaintCommand {}

    /// Told again when the duplicate has more contacts than were told before.
    ///
    /// @param request the version at which the duplicate asked
    /// @param asked under which somebody waits for the answer
    /// @param clocks those that run for the duplicate
    record TakeInDuplicate(
            ComplaintId duplicate,
            long request,
            int contacts,
            List<PriorityFactor> factors,
            @Nullable CorrelationId asked,
            @Nullable List<ClockStart> clocks)
            implements ComplaintCommand, OfPlatform {

        public TakeInDuplicate {
            factors = List.copyOf(factors);
            clocks = clocks == null ? null : List.copyOf(clocks);
        }

        public TakeInDuplicate(
                ComplaintId duplicate,
                long request,
                int contacts,
                List<PriorityFactor> factors,
                @Nullable CorrelationId asked) {
            this(duplicate, request, contacts, factors, asked, null);
        }
    }

    record ConfirmMerge(ComplaintId into, long request, @Nullable CorrelationId asked)
            implements ComplaintCommand, OfPlatform {
        @Override
        public @Nullable CorrelationId awaitedUnder(CorrelationId sent) {
            return asked;
        }
    }

    record GiveUpMerge(
            ComplaintId into, long request, Refusal refusal, @Nullable CorrelationId asked)
            implements ComplaintCommand, OfPlatform {
        @Override
        public @Nullable CorrelationId awaitedUnder(CorrelationId sent) {
            return asked;
        }
    }

    record ReleaseDuplicate(ComplaintId duplicate) implements ComplaintCommand, OfPlatform {}
}
