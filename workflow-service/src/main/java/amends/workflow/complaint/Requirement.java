package amends.workflow.complaint;

import static amends.contracts.complaint.Refusal.Rule;

import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.AcceptProposal;
import amends.contracts.complaint.ComplaintCommand.Acknowledge;
import amends.contracts.complaint.ComplaintCommand.AnswerFollowUp;
import amends.contracts.complaint.ComplaintCommand.Assess;
import amends.contracts.complaint.ComplaintCommand.Assign;
import amends.contracts.complaint.ComplaintCommand.BreachClock;
import amends.contracts.complaint.ComplaintCommand.BreakPromise;
import amends.contracts.complaint.ComplaintCommand.Clarify;
import amends.contracts.complaint.ComplaintCommand.Close;
import amends.contracts.complaint.ComplaintCommand.DeclineDemand;
import amends.contracts.complaint.ComplaintCommand.DeclineProposal;
import amends.contracts.complaint.ComplaintCommand.ExecuteRemedy;
import amends.contracts.complaint.ComplaintCommand.HandOver;
import amends.contracts.complaint.ComplaintCommand.KeepPromise;
import amends.contracts.complaint.ComplaintCommand.MakePromise;
import amends.contracts.complaint.ComplaintCommand.ProposeSolution;
import amends.contracts.complaint.ComplaintCommand.RecordFollowUp;
import amends.contracts.complaint.ComplaintCommand.RegisterContact;
import amends.contracts.complaint.ComplaintCommand.Reopen;
import amends.contracts.complaint.ComplaintCommand.Reply;
import amends.contracts.complaint.ComplaintCommand.Resolve;
import amends.contracts.complaint.ComplaintCommand.ReviewPriority;
import amends.contracts.complaint.ComplaintCommand.TakeInsight;
import amends.contracts.complaint.ComplaintCommand.WarnOfClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// How far a complaint must have come for a command. The table below is the procedure of complaint handling.
enum Requirement {
    EXISTS(
            Rule.UNKNOWN_COMPLAINT,
            "There is no complaint with this id; a complaint begins with its first contact.",
            Complaint::exists),
    NOT_CLOSED(
            Rule.CLOSED,
            "The complaint is closed; reopen it first.",
            state -> state.status() != Status.CLOSED),
    UNRESOLVED(
            Rule.ALREADY_RESOLVED,
            "The complaint is resolved; reopen it to work on it again.",
            state -> state.status().isOpen()),
    RESOLVED(
            Rule.NOT_RESOLVED,
            "The complaint is not resolved yet.",
            state -> state.status().isResolved()),
    RESOLVED_OR_CLOSED(
            Rule.NOT_RESOLVED,
            "The complaint is still being worked on; there is nothing to reopen.",
            state -> !state.status().isOpen()),
    CLARIFIED(
            Rule.NOT_CLARIFIED,
            "First write down what hurts and what the customer wants: clarify the complaint.",
            state -> state.work().clarification() != null),
    ASSESSED(
            Rule.NOT_ASSESSED,
            "First answer whether the complaint is justified, and whether the company must and can solve it: assess it.",
            state -> state.work().assessment() != null),
    PROPOSAL_OPEN(
            Rule.NO_OPEN_PROPOSAL,
            "No proposal waits for an answer; propose a solution first.",
            state -> state.work().isProposal(Proposal.Answer.OPEN)),
    PROPOSAL_ACCEPTED(
            Rule.PROPOSAL_NOT_ACCEPTED,
            "A remedy is carried out only after the customer accepted it; get an accepted proposal first.",
            state -> state.work().isProposal(Proposal.Answer.ACCEPTED)),
    FOLLOWED_UP(
            Rule.NO_SUCH_FOLLOW_UP,
            "No follow-up was sent, so none can be answered.",
            state -> state.followUps().sent() > 0);

    private static final List<Requirement> LIVE = List.of(EXISTS, NOT_CLOSED);
    private static final List<Requirement> OPEN = List.of(EXISTS, NOT_CLOSED, UNRESOLVED);

    private static final Map<Class<? extends ComplaintCommand>, List<Requirement>> TABLE =
            new LinkedHashMap<>();

    static {
        TABLE.put(RegisterContact.class, List.of());
        TABLE.put(Acknowledge.class, LIVE);
        TABLE.put(Assign.class, OPEN);
        TABLE.put(HandOver.class, OPEN);
        TABLE.put(Reply.class, LIVE);
        TABLE.put(Clarify.class, OPEN);
        TABLE.put(MakePromise.class, OPEN);
        TABLE.put(KeepPromise.class, LIVE);
        TABLE.put(Assess.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, CLARIFIED));
        TABLE.put(DeclineDemand.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, ASSESSED));
        TABLE.put(ProposeSolution.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, ASSESSED));
        TABLE.put(AcceptProposal.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, PROPOSAL_OPEN));
        TABLE.put(DeclineProposal.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, PROPOSAL_OPEN));
        TABLE.put(ExecuteRemedy.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, PROPOSAL_ACCEPTED));
        TABLE.put(Resolve.class, OPEN);
        TABLE.put(RecordFollowUp.class, List.of(EXISTS, NOT_CLOSED, RESOLVED));
        TABLE.put(AnswerFollowUp.class, List.of(EXISTS, FOLLOWED_UP));
        TABLE.put(Reopen.class, List.of(EXISTS, RESOLVED_OR_CLOSED));
        TABLE.put(Close.class, LIVE);
        TABLE.put(TakeInsight.class, LIVE);
        TABLE.put(WarnOfClock.class, LIVE);
        TABLE.put(BreachClock.class, LIVE);
        TABLE.put(BreakPromise.class, LIVE);
        TABLE.put(ReviewPriority.class, LIVE);
    }

    /// What people and other services may wish; time wishes by itself.
    private static final List<Class<? extends ComplaintCommand>> WISHES_OF_TIME =
            List.of(
                    TakeInsight.class,
                    WarnOfClock.class,
                    BreachClock.class,
                    BreakPromise.class,
                    ReviewPriority.class);

    private final Rule rule;
    private final String explanation;
    private final Predicate<Complaint> met;

    Requirement(Rule rule, String explanation, Predicate<Complaint> met) {
        this.rule = rule;
        this.explanation = explanation;
        this.met = met;
    }

    Rule rule() {
        return rule;
    }

    String explanation() {
        return explanation;
    }

    static Optional<Requirement> unmet(
            Class<? extends ComplaintCommand> command, Complaint state) {
        return TABLE.getOrDefault(command, List.of()).stream()
                .filter(requirement -> !requirement.met.test(state))
                .findFirst();
    }

    static List<CommandName> allowed(Complaint state) {
        return TABLE.keySet().stream()
                .filter(command -> !WISHES_OF_TIME.contains(command))
                .filter(command -> unmet(command, state).isEmpty())
                .map(CommandName::of)
                .toList();
    }

    static boolean isListed(Class<?> command) {
        return TABLE.containsKey(command);
    }
}
