package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.contact.CustomerId;
import amends.contracts.routing.DispatchEvent.ComplaintWaits;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/// Where in the line a complaint is to wait, and for whom first of all.
record Placing(Staff staff, LineEntries entries) {

    /// @param known where it stood before
    Whereabouts place(ComplaintWaits event, @Nullable Whereabouts known) {
        String rank = Lane.rank(event, policy().fairness());
        if (known != null && known.lane() != null) {
            Lane before = known.lane();
            Lane again = lane(event, before.avoided(), before.preferred());
            return Whereabouts.waiting(again, rank, known.keptUntil());
        }
        Lane common = lane(event, handedBackBy(event, known), null);
        return preferred(event, common)
                .map(common::keptFor)
                .map(lane -> Whereabouts.waiting(lane, rank, keptUntil(event.queue())))
                .orElseGet(() -> Whereabouts.waiting(common, rank, null));
    }

    private Lane lane(
            ComplaintWaits event, @Nullable AgentId avoided, @Nullable AgentId preferred) {
        ChannelKind kind = policy().kind(event.channel());
        return new Lane(event.skills(), avoided, event.levels(), kind, preferred);
    }

    private static @Nullable AgentId handedBackBy(
            ComplaintWaits event, @Nullable Whereabouts known) {
        return known == null || event.earlierOwner() != null ? null : known.agent();
    }

    /// Its earlier owner, else the one whom its customer knows, if he can do it.
    private Optional<AgentId> preferred(ComplaintWaits event, Lane lane) {
        CustomerId customer = event.customer();
        return Optional.ofNullable(event.earlierOwner())
                .or(() -> Optional.ofNullable(customer).map(entries::agentOf))
                .filter(agent -> !agent.equals(lane.avoided()))
                .flatMap(staff::named)
                .filter(agent -> agent.can(lane))
                .map(Agent::id);
    }

    private Instant keptUntil(QueueName queue) {
        Instant now = staff.moment().now();
        return policy().protocol(queue).ownerPatience().map(now::plus).orElse(now);
    }

    private RoutingPolicy policy() {
        return staff.moment().policy();
    }
}
