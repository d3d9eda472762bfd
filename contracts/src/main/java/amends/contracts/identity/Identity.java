package amends.contracts.identity;

import amends.contracts.access.Reach;
import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who calls.
///
/// @param roles none: a customer, or anybody else who is not known
public record Identity(Actor actor, SortedSet<Role> roles, Reach reach) {

    public Identity {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    public static Identity of(Actor actor, Role... roles) {
        return new Identity(actor, new TreeSet<>(Set.of(roles)), Reach.EVERYTHING);
    }

    /// Somebody without a name: customers who follow the link in a mail.
    public static Identity anybody() {
        return of(Actor.customer());
    }
}
