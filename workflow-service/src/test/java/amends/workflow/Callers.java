package amends.workflow;

import amends.contracts.access.Reach;
import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.AgentId;
import amends.contracts.contact.BrandName;
import amends.contracts.identity.Identity;
import amends.contracts.identity.IdentitySigner;
import amends.contracts.identity.SignedIdentities;
import amends.contracts.routing.QueueName;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The headers by which the service knows who calls.
final class Callers {

    private Callers() {}

    static String[] known(String agent, Role... roles) {
        return headers(Identity.of(Actor.agent(new AgentId(agent)), roles));
    }

    /// An agent and supervisor who does not see everything.
    static String[] limitedTo(List<String> brands, List<String> queues) {
        return headers(
                new Identity(
                        Actor.agent(new AgentId("mei")),
                        new TreeSet<>(Set.of(Role.AGENT, Role.SUPERVISOR)),
                        new Reach(
                                brands.stream().map(BrandName::new).toList(),
                                queues.stream().map(QueueName::new).toList(),
                                List.of())));
    }

    private static String[] headers(Identity identity) {
        return new String[] {IdentitySigner.HEADER, SignedIdentities.token(identity)};
    }
}
