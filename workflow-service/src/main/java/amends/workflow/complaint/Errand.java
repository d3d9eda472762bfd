package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.ConfirmMerge;
import amends.contracts.complaint.ComplaintCommand.GiveUpMerge;
import amends.contracts.complaint.ComplaintCommand.RegisterContact;
import amends.contracts.complaint.ComplaintCommand.ReleaseDuplicate;
import amends.contracts.complaint.ComplaintCommand.TakeInDuplicate;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ComplaintEvent.ComplaintMerged;
import amends.contracts.complaint.ComplaintEvent.ComplaintUnmerged;
import amends.contracts.complaint.ComplaintEvent.ContactPassedOn;
import amends.contracts.complaint.ComplaintEvent.MergeRequested;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.complaint.Explanation;
import amends.contracts.complaint.Refusal;
import amends.contracts.sla.ClockStart;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A command that a decision about one complaint gives to another one. It is sent in the same
/// transaction, and what one complaint sends another arrives in order: both agree in the end,
/// whatever crashes in between.
public record Errand(ComplaintId to, ComplaintCommand command) {

    /// @param asked under which somebody waits for the outcome of the command
    /// @param after the complaint after the decision
    public static List<Errand> following(
            ComplaintCommand command,
            @Nullable CorrelationId asked,
            Decision decision,
            Complaint after) {
        if (command instanceof TakeInDuplicate takeIn) {
            return List.of(new Errand(takeIn.duplicate(), answer(takeIn, decision, after)));
        }
        List<Errand> errands = new ArrayList<>();
        if (decision instanceof Decision.Accepted accepted) {
            accepted.events().forEach(event -> collect(event, command, asked, after, errands));
        }
        return errands;
    }

    private static ComplaintCommand answer(
            TakeInDuplicate command, Decision decision, Complaint after) {
        return switch (decision) {
            case Decision.Accepted ignored ->
                    new ConfirmMerge(after.id(), command.request(), command.asked());
            case Decision.Refused refused ->
                    new GiveUpMerge(
                            after.id(),
                            command.request(),
                            told(refused.refusal()),
                            command.asked());
        };
    }

    /// How a refusal sounds to those who asked at another complaint.
    public static Refusal told(Refusal refusal) {
        return refusal.rule() == Refusal.Rule.UNKNOWN_COMPLAINT
                ? new Refusal(
                        Refusal.Rule.SURVIVOR_UNKNOWN,
                        new Explanation(
                                "There is no complaint with the id to merge into; name one that"
                                        + " exists."),
                        refusal.allowed())
                : refusal;
    }

    private static void collect(
            ComplaintEvent event,
            ComplaintCommand command,
            @Nullable CorrelationId asked,
            Complaint after,
            List<Errand> errands) {
        Links.Merge merge = after.links().merge();
        if (event instanceof MergeRequested && merge != null) {
            errands.add(takeIn(after, merge, asked));
        } else if (event instanceof ComplaintMerged && merge != null && hasMore(after, merge)) {
            errands.add(takeIn(after, merge, null));
        } else if (event instanceof ComplaintUnmerged unmerged) {
            errands.add(new Errand(unmerged.from(), new ReleaseDuplicate(after.id())));
        } else if (event instanceof ContactPassedOn passed
                && command instanceof RegisterContact contact) {
            errands.add(
                    new Errand(
                            passed.to(),
                            new RegisterContact(
                                    contact.brand(),
                                    passed.customer(),
                                    passed.contact(),
                                    passed.original(),
                                    after.id(),
                                    passed.otherWords())));
        }
    }

    /// Contacts may have come while the other one made up its mind.
    private static boolean hasMore(Complaint state, Links.Merge merge) {
        return contacts(state) > merge.contacts();
    }

    private static Errand takeIn(
            Complaint state, Links.Merge merge, @Nullable CorrelationId asked) {
        return new Errand(
                merge.into(),
                new TakeInDuplicate(
                        state.id(),
                        merge.request(),
                        contacts(state),
                        state.factors(),
                        asked,
                        state.clocks().stream()
                                .map(clock -> new ClockStart(clock.clock(), clock.startedAt()))
                                .toList()));
    }

    private static int contacts(Complaint state) {
        return state.arrival() == null ? 0 : state.arrival().contacts();
    }
}
