package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.BreachClock;
import amends.contracts.complaint.ComplaintCommand.BreakPromise;
import amends.contracts.complaint.ComplaintCommand.ConfirmMerge;
import amends.contracts.complaint.ComplaintCommand.EscalateClock;
import amends.contracts.complaint.ComplaintCommand.GiveUpMerge;
import amends.contracts.complaint.ComplaintCommand.ReleaseDuplicate;
import amends.contracts.complaint.ComplaintCommand.Reoffer;
import amends.contracts.complaint.ComplaintCommand.RescheduleClock;
import amends.contracts.complaint.ComplaintCommand.ReviewPriority;
import amends.contracts.complaint.ComplaintCommand.TakeInDuplicate;
import amends.contracts.complaint.ComplaintCommand.TakeInsight;
import amends.contracts.complaint.ComplaintCommand.WarnOfClock;
import amends.contracts.complaint.ComplaintCommand.WeighProposal;

import java.util.Set;

/// What the platform wishes by itself, because time went by, analytics saw something, another
/// complaint sends it or the ledger of grants answered. It is offered to nobody.
public final class WishesOfTime {

    public static final Set<Class<? extends ComplaintCommand>> ALL =
            Set.of(
                    WeighProposal.class,
                    TakeInsight.class,
                    RescheduleClock.class,
                    WarnOfClock.class,
                    EscalateClock.class,
                    BreachClock.class,
                    BreakPromise.class,
                    Reoffer.class,
                    ReviewPriority.class,
                    TakeInDuplicate.class,
                    ConfirmMerge.class,
                    GiveUpMerge.class,
                    ReleaseDuplicate.class);

    private WishesOfTime() {}
}
