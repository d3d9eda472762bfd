package amends.workflow.complaint;

import amends.contracts.authority.Grant;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintCommand.ProposeSolution;
import amends.contracts.complaint.Remedy;
import amends.contracts.contact.CustomerId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the ledgers of customers' grants must be asked, and told.
///
/// A complaint knows only itself, but a payment may be split over several complaints of a customer.
/// Therefore a material proposal goes by way of the customer's ledger, which has one writer as
/// well: two proposals at the same time can't both slip under the limit.
public final class Grants {

    private Grants() {}

    /// A customer, and all that one complaint grants him.
    public record Standing(CustomerId customer, List<Grant> grants) {
        public Standing {
            grants = List.copyOf(grants);
        }
    }

    /// The grant for which the customer's ledger must be asked before the command is decided.
    public static Optional<Grant> question(ComplaintCommand command, Complaint state, Instant at) {
        return command instanceof ProposeSolution proposal
                        && proposal.remedy() instanceof Remedy.Material remedy
                        && Authorising.isInRange(remedy)
                        && customer(state) != null
                ? Optional.ofNullable(Granting.grant(remedy, at))
                : Optional.empty();
    }

    /// Whose ledger it is: also of one who was told apart from him since, or else to tell somebody
    /// apart would be a way around the limits.
    public static @Nullable CustomerId customer(Complaint state) {
        Arrival arrival = state.arrival();
        if (arrival == null) {
            return null;
        }
        return arrival.separatedFrom() == null ? arrival.customer() : arrival.separatedFrom();
    }

    /// What the ledgers must be told after a change: all that the complaint grants now, and nothing
    /// for whom it grants to no more.
    ///
    /// @param asked whether the ledger waits to hear what was decided
    public static List<Standing> changed(Complaint before, Complaint after, boolean asked) {
        CustomerId customer = customer(after);
        CustomerId formerly = customer(before);
        List<Grant> grants = after.work().granting().all();
        List<Grant> earlier = formerly == null ? List.of() : before.work().granting().all();
        List<Standing> told = new ArrayList<>();
        if (formerly != null && !formerly.equals(customer) && !earlier.isEmpty()) {
            told.add(new Standing(formerly, List.of()));
        }
        if (customer != null
                && (asked || !grants.equals(customer.equals(formerly) ? earlier : List.of()))) {
            told.add(new Standing(customer, grants));
        }
        return told;
    }
}
