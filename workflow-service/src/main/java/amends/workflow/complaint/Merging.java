package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintCommand.GiveUpMerge;
import amends.contracts.complaint.ComplaintCommand.MergeInto;
import amends.contracts.complaint.ComplaintCommand.ReleaseDuplicate;
import amends.contracts.complaint.ComplaintCommand.TakeInDuplicate;
import amends.contracts.complaint.ComplaintCommand.UndoMerge;
import amends.contracts.complaint.ComplaintEvent.ComplaintUnmerged;
import amends.contracts.complaint.ComplaintEvent.DuplicateReleased;
import amends.contracts.complaint.ComplaintEvent.DuplicateTakenIn;
import amends.contracts.complaint.ComplaintEvent.MergeRefused;
import amends.contracts.complaint.ComplaintEvent.MergeRequested;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.priority.PriorityFactor;
import amends.contracts.sla.ClockName;
import amends.contracts.sla.ClockStart;
import amends.workflow.priority.Evidence;
import amends.workflow.priority.News;
import amends.workflow.sla.SharedTerm;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What follows from the commands that tie two complaints together and part them again. Each of the
/// two decides for itself; what the other must know goes there as a command, see [Errand].
///
/// An un-merge says that the merge was a mistake: clocks and promises go on as if there had been
/// none, for the customer has waited all the while.
final class Merging {

    private Merging() {}

    static void request(MergeInto command, Unfolding then) {
        then.happens(new MergeRequested(command.into(), then.arrival().contacts()));
    }

    static void giveUp(GiveUpMerge command, Unfolding then) {
        then.happens(
                new MergeRefused(
                        command.into(), command.refusal().rule(), command.refusal().explanation()));
    }

    static void undo(UndoMerge command, Unfolding then) {
        ComplaintId from = Objects.requireNonNull(then.state().links().merge()).into();
        then.happens(new ComplaintUnmerged(from, command.reason()));
        if (then.state().status().isOpen()) {
            ComplaintDecider.change(then, News.NONE);
        }
    }

    /// A calm complaint that stands for an urgent one is urgent. A contact that came for the
    /// duplicate while this one was being closed opens it again. A term that a law sets counts from
    /// the first of the complaints; what is solved already needs none.
    static void takeIn(TakeInDuplicate command, Unfolding then) {
        boolean known = then.state().links().duplicate(command.duplicate()).isPresent();
        List<PriorityFactor> both = Evidence.joined(then.state().factors(), command.factors());
        Clocks clocks = then.clocks();
        List<ClockStart> terms =
                command.clocks() == null || known || !then.state().status().isOpen()
                        ? List.of()
                        : clocks.regulatory(command.clocks());
        then.happens(
                new DuplicateTakenIn(
                        command.duplicate(),
                        command.contacts(),
                        command.factors(),
                        terms.isEmpty() ? null : terms));
        clocks.takeIn(terms);
        if (known && !then.state().status().isOpen()) {
            ComplaintDecider.reopen(
                    ReopeningReason.CUSTOMER_CONTACTED_AGAIN, null, News.NONE, then);
        }
        weighAgain(both, then);
    }

    static void release(ReleaseDuplicate command, Unfolding then) {
        List<PriorityFactor> added =
                then.state()
                        .links()
                        .duplicate(command.duplicate())
                        .map(Links.Duplicate::factors)
                        .orElse(List.of());
        Map<ClockName, SharedTerm> terms = then.state().links().terms();
        then.happens(new DuplicateReleased(command.duplicate()));
        then.clocks().release(command.duplicate(), terms);
        weighAgain(Evidence.without(then.state().factors(), added), then);
    }

    private static void weighAgain(List<PriorityFactor> factors, Unfolding then) {
        if (then.state().status().isOpen()) {
            then.reassess(News.NONE, factors);
            then.route();
        }
    }
}
