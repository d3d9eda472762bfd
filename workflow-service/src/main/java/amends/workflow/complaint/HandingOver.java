package amends.workflow.complaint;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.CircleSign;
import amends.contracts.complaint.ComplaintCommand.HandOver;
import amends.contracts.complaint.ComplaintEvent.ComplaintHandedOver;
import amends.contracts.complaint.ComplaintEvent.ComplaintReoffered;
import amends.contracts.complaint.ComplaintEvent.CustomerSentRound;
import amends.contracts.complaint.ReofferReason;
import amends.contracts.contact.MenuName;
import amends.contracts.personal.FreeText;
import amends.contracts.routing.PoolName;
import amends.workflow.routing.Circles;
import amends.workflow.routing.Pool;
import amends.workflow.routing.RoutingPolicy;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// What follows when a complaint passes from hand to hand: as wished, unless the customer would be
/// sent round in circles; then somebody with authority gets it.
final class HandingOver {

    private HandingOver() {}

    static void follow(HandOver command, Unfolding then, RoutingPolicy policy) {
        Complaint before = then.state();
        Optional<CircleSign> sign = policy.circles().flatMap(to -> sign(command, before, to));
        boolean ended = command.to() != null && policy.hasAuthority(command.to());
        if (sign.isEmpty() || ended) {
            handOver(then, command.to(), command.reason(), pool(command, before, policy));
        } else {
            handOver(then, null, command.reason(), null);
            then.happens(
                    new CustomerSentRound(
                            then.state().ownership().handovers(), sign.get(), command.to()));
        }
        then.route();
    }

    /// Whoever has it may not be there: it waits again, first of all for him.
    static void offerAgain(ReofferReason reason, Unfolding then) {
        AgentId owner = then.state().owner();
        if (owner != null) {
            then.happens(new ComplaintReoffered(owner, reason));
        }
        then.route();
    }

    /// Menus that lead the customer to where he was before help him no more than people who do.
    static void seen(@Nullable List<MenuName> menus, Unfolding then) {
        Ownership ownership = then.state().ownership();
        AgentId owner = then.state().owner();
        RoutingPolicy policy = then.policies().routing();
        boolean inGoodHands = owner != null && policy.hasAuthority(owner);
        if (ownership.sentRound() || inGoodHands) {
            return;
        }
        policy.circles()
                .flatMap(Circles::menus)
                .flatMap(times -> then.arrival().menus().visited(menus, times))
                .ifPresent(
                        menu ->
                                then.happens(
                                        new CustomerSentRound(
                                                ownership.handovers(),
                                                CircleSign.SAME_MENU_AGAIN,
                                                null)));
    }

    private static void handOver(
            Unfolding then, @Nullable AgentId to, FreeText reason, @Nullable PoolName pool) {
        then.happens(new ComplaintHandedOver(then.state().owner(), to, reason, pool));
    }

    /// It goes where whoever gets it is counted. Absent: it is there already, or nobody knows him.
    private static @Nullable PoolName pool(
            HandOver command, Complaint before, RoutingPolicy policy) {
        Place place = before.place();
        AgentId to = command.to();
        if (place == null || to == null || policy.isIn(place.pool(), to)) {
            return null;
        }
        return policy.pools().stream()
                .map(Pool::pool)
                .filter(pool -> policy.isIn(pool, to))
                .findFirst()
                .orElse(null);
    }

    private static Optional<CircleSign> sign(HandOver command, Complaint before, Circles circles) {
        Ownership ownership = before.ownership();
        if (before.owner() == null || ownership.sentRound()) {
            return Optional.empty();
        }
        if (command.to() != null && ownership.had(command.to())) {
            return Optional.of(CircleSign.SAME_PERSON_AGAIN);
        }
        if (command.to() == null && ownership.returns() > 0) {
            return Optional.of(CircleSign.SAME_QUEUE_AGAIN);
        }
        return ownership.handovers() + 1 >= circles.handovers()
                ? Optional.of(CircleSign.HANDOVERS)
                : Optional.empty();
    }
}
