package amends.workflow.stream;

import amends.contracts.authority.GrantEvent.GrantAsked;
import amends.contracts.authority.GrantEvent.GrantsStand;
import amends.contracts.authority.RecordedGrant;
import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.ComplaintCommand.WeighProposal;
import amends.contracts.complaint.CorrelationId;
import amends.contracts.contact.CustomerId;
import amends.workflow.complaint.Complaint;
import amends.workflow.complaint.Grants;

import java.util.List;
import java.util.Optional;

/// What complaints ask and tell the ledgers of grants.
final class Questions {

    private Questions() {}

    /// Empty: the wish can be decided at once.
    static Optional<RecordedGrant> of(Wish wish, Complaint state) {
        CustomerId customer = Grants.customer(state);
        CorrelationId cause = wish.cause();
        if (customer == null || cause == null) {
            return Optional.empty();
        }
        return Grants.question(wish.command(), state, wish.at())
                .map(
                        grant ->
                                new RecordedGrant(
                                        customer,
                                        wish.complaint(),
                                        wish.at(),
                                        new GrantAsked(grant, request(wish, cause))));
    }

    private static CommandRequest request(Wish wish, CorrelationId cause) {
        return new CommandRequest(
                wish.complaint(),
                cause,
                wish.at(),
                wish.actor(),
                wish.expectedVersion(),
                wish.command());
    }

    /// A proposal that was weighed is always settled, even if it was refused.
    static List<RecordedGrant> settled(Wish wish, Complaint before, Complaint after) {
        boolean asked = wish.command() instanceof WeighProposal;
        return Grants.changed(before, after, asked).stream()
                .map(
                        standing ->
                                new RecordedGrant(
                                        standing.customer(),
                                        wish.complaint(),
                                        wish.at(),
                                        new GrantsStand(
                                                asked ? wish.cause() : null, standing.grants())))
                .toList();
    }
}
