package amends.workflow.complaint;

import static amends.workflow.complaint.Requirement.APPROVAL_WAITING;
import static amends.workflow.complaint.Requirement.ASSESSED;
import static amends.workflow.complaint.Requirement.CLARIFIED;
import static amends.workflow.complaint.Requirement.EXISTS;
import static amends.workflow.complaint.Requirement.FOLLOWED_UP;
import static amends.workflow.complaint.Requirement.KNOWN_AGAIN;
import static amends.workflow.complaint.Requirement.MERGED;
import static amends.workflow.complaint.Requirement.NOT_CLOSED;
import static amends.workflow.complaint.Requirement.NOT_MERGED;
import static amends.workflow.complaint.Requirement.NOT_MERGING;
import static amends.workflow.complaint.Requirement.NO_DUPLICATES;
import static amends.workflow.complaint.Requirement.NO_OPEN_PROMISE;
import static amends.workflow.complaint.Requirement.NO_REMEDY_OWED;
import static amends.workflow.complaint.Requirement.PROPOSAL_ACCEPTED;
import static amends.workflow.complaint.Requirement.PROPOSAL_OPEN;
import static amends.workflow.complaint.Requirement.RESOLVED;
import static amends.workflow.complaint.Requirement.RESOLVED_OR_CLOSED;
import static amends.workflow.complaint.Requirement.REVIEWED;
import static amends.workflow.complaint.Requirement.UNRESOLVED;

import amends.contracts.complaint.CommandName;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.AcceptProposal;
import amends.contracts.complaint.ComplaintCommand.Acknowledge;
import amends.contracts.complaint.ComplaintCommand.AnswerFollowUp;
import amends.contracts.complaint.ComplaintCommand.AppealReview;
import amends.contracts.complaint.ComplaintCommand.Approve;
import amends.contracts.complaint.ComplaintCommand.Assess;
import amends.contracts.complaint.ComplaintCommand.Assign;
import amends.contracts.complaint.ComplaintCommand.BreachClock;
import amends.contracts.complaint.ComplaintCommand.BreakPromise;
import amends.contracts.complaint.ComplaintCommand.Clarify;
import amends.contracts.complaint.ComplaintCommand.Close;
import amends.contracts.complaint.ComplaintCommand.ConfirmMerge;
import amends.contracts.complaint.ComplaintCommand.CorrectTypology;
import amends.contracts.complaint.ComplaintCommand.DecideAppeal;
import amends.contracts.complaint.ComplaintCommand.DeclineDemand;
import amends.contracts.complaint.ComplaintCommand.DeclineProposal;
import amends.contracts.complaint.ComplaintCommand.EndWaiting;
import amends.contracts.complaint.ComplaintCommand.EscalateClock;
import amends.contracts.complaint.ComplaintCommand.ExecuteRemedy;
import amends.contracts.complaint.ComplaintCommand.GiveUpMerge;
import amends.contracts.complaint.ComplaintCommand.HandOver;
import amends.contracts.complaint.ComplaintCommand.KeepPromise;
import amends.contracts.complaint.ComplaintCommand.MakePromise;
import amends.contracts.complaint.ComplaintCommand.MergeInto;
import amends.contracts.complaint.ComplaintCommand.ProposeSolution;
import amends.contracts.complaint.ComplaintCommand.RecordFollowUp;
import amends.contracts.complaint.ComplaintCommand.RefuseApproval;
import amends.contracts.complaint.ComplaintCommand.RegisterContact;
import amends.contracts.complaint.ComplaintCommand.RejoinCustomer;
import amends.contracts.complaint.ComplaintCommand.ReleaseDuplicate;
import amends.contracts.complaint.ComplaintCommand.RenewPromise;
import amends.contracts.complaint.ComplaintCommand.Reoffer;
import amends.contracts.complaint.ComplaintCommand.Reopen;
import amends.contracts.complaint.ComplaintCommand.Reply;
import amends.contracts.complaint.ComplaintCommand.RescheduleClock;
import amends.contracts.complaint.ComplaintCommand.Resolve;
import amends.contracts.complaint.ComplaintCommand.ReviewPriority;
import amends.contracts.complaint.ComplaintCommand.ReviewQuality;
import amends.contracts.complaint.ComplaintCommand.SendHoldingResponse;
import amends.contracts.complaint.ComplaintCommand.SeparateCustomer;
import amends.contracts.complaint.ComplaintCommand.StartWaiting;
import amends.contracts.complaint.ComplaintCommand.TakeInDuplicate;
import amends.contracts.complaint.ComplaintCommand.TakeInsight;
import amends.contracts.complaint.ComplaintCommand.UndoMerge;
import amends.contracts.complaint.ComplaintCommand.WarnOfClock;
import amends.contracts.complaint.ComplaintCommand.WeighProposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The procedure of complaint handling: what each command requires. It decides what is refused, and
/// what is offered.
final class Procedure {

    private static final List<Requirement> LIVE = List.of(EXISTS, NOT_CLOSED);
    private static final List<Requirement> OPEN = List.of(EXISTS, NOT_CLOSED, UNRESOLVED);

    private static final Map<Class<? extends ComplaintCommand>, List<Requirement>> TABLE =
            new LinkedHashMap<>();

    static {
        TABLE.put(RegisterContact.class, List.of());
        TABLE.put(Acknowledge.class, LIVE);
        TABLE.put(Assign.class, OPEN);
        TABLE.put(HandOver.class, OPEN);
        TABLE.put(Reoffer.class, OPEN);
        TABLE.put(CorrectTypology.class, LIVE);
        TABLE.put(SeparateCustomer.class, List.of(EXISTS, KNOWN_AGAIN));
        TABLE.put(RejoinCustomer.class, List.of(EXISTS));
        TABLE.put(Reply.class, LIVE);
        TABLE.put(Clarify.class, OPEN);
        TABLE.put(MakePromise.class, OPEN);
        TABLE.put(KeepPromise.class, LIVE);
        TABLE.put(RenewPromise.class, OPEN);
        TABLE.put(Assess.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, CLARIFIED));
        TABLE.put(DeclineDemand.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, ASSESSED));
        TABLE.put(ProposeSolution.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, ASSESSED));
        TABLE.put(WeighProposal.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, ASSESSED));
        TABLE.put(Approve.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, APPROVAL_WAITING));
        TABLE.put(RefuseApproval.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, APPROVAL_WAITING));
        TABLE.put(AcceptProposal.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, PROPOSAL_OPEN));
        TABLE.put(DeclineProposal.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, PROPOSAL_OPEN));
        TABLE.put(ExecuteRemedy.class, List.of(EXISTS, NOT_CLOSED, UNRESOLVED, PROPOSAL_ACCEPTED));
        TABLE.put(SendHoldingResponse.class, OPEN);
        TABLE.put(StartWaiting.class, OPEN);
        TABLE.put(EndWaiting.class, OPEN);
        TABLE.put(Resolve.class, OPEN);
        TABLE.put(RecordFollowUp.class, List.of(EXISTS, NOT_CLOSED, RESOLVED));
        TABLE.put(AnswerFollowUp.class, List.of(EXISTS, FOLLOWED_UP));
        TABLE.put(Reopen.class, List.of(EXISTS, RESOLVED_OR_CLOSED));
        TABLE.put(Close.class, LIVE);
        TABLE.put(ReviewQuality.class, List.of(EXISTS));
        TABLE.put(AppealReview.class, List.of(EXISTS, REVIEWED));
        TABLE.put(DecideAppeal.class, List.of(EXISTS, REVIEWED));
        TABLE.put(TakeInsight.class, LIVE);
        TABLE.put(RescheduleClock.class, LIVE);
        TABLE.put(WarnOfClock.class, LIVE);
        TABLE.put(EscalateClock.class, LIVE);
        TABLE.put(BreachClock.class, LIVE);
        TABLE.put(BreakPromise.class, LIVE);
        TABLE.put(ReviewPriority.class, LIVE);
        TABLE.put(
                MergeInto.class,
                List.of(
                        EXISTS,
                        NOT_CLOSED,
                        UNRESOLVED,
                        NO_DUPLICATES,
                        NO_OPEN_PROMISE,
                        NO_REMEDY_OWED));
        TABLE.put(UndoMerge.class, List.of(EXISTS, MERGED));
        TABLE.put(TakeInDuplicate.class, List.of(EXISTS));
        TABLE.put(ConfirmMerge.class, List.of(EXISTS));
        TABLE.put(GiveUpMerge.class, List.of(EXISTS));
        TABLE.put(ReleaseDuplicate.class, List.of(EXISTS));
    }

    /// What a merged complaint still hears; all else is for the one that stands for it.
    private static final Set<Class<? extends ComplaintCommand>> EVEN_MERGED =
            Set.of(
                    RegisterContact.class,
                    Acknowledge.class,
                    AnswerFollowUp.class,
                    UndoMerge.class,
                    TakeInDuplicate.class,
                    ConfirmMerge.class,
                    GiveUpMerge.class,
                    ReleaseDuplicate.class);

    /// What would make it another complaint than the one that shall be merged.
    private static final Set<Class<? extends ComplaintCommand>> NOT_WHILE_MERGING =
            Set.of(
                    MergeInto.class,
                    MakePromise.class,
                    AcceptProposal.class,
                    Resolve.class,
                    Close.class);

    private Procedure() {}

    static Optional<Requirement> unmet(Class<? extends ComplaintCommand> command, Complaint state) {
        return Stream.of(ties(command), TABLE.getOrDefault(command, List.of()))
                .flatMap(List::stream)
                .filter(requirement -> !requirement.isMetBy(state))
                .findFirst();
    }

    private static List<Requirement> ties(Class<? extends ComplaintCommand> command) {
        if (EVEN_MERGED.contains(command)) {
            return List.of();
        }
        return NOT_WHILE_MERGING.contains(command)
                ? List.of(NOT_MERGED, NOT_MERGING)
                : List.of(NOT_MERGED);
    }

    static List<CommandName> allowed(Complaint state) {
        return TABLE.keySet().stream()
                .filter(command -> !ComplaintCommand.OfPlatform.class.isAssignableFrom(command))
                .filter(command -> unmet(command, state).isEmpty())
                .map(CommandName::of)
                .toList();
    }

    static boolean isListed(Class<?> command) {
        return TABLE.containsKey(command);
    }
}
