package amends.contracts.identity;

import amends.contracts.access.Reach;
import amends.contracts.access.Role;
import amends.contracts.complaint.Actor;

import java.util.SortedSet;

/// What a token says.
///
/// @param exp until when it is good, in seconds since 1970
record IdentityClaims(Actor actor, SortedSet<Role> roles, Reach reach, long exp) {

    Identity identity() {
        return new Identity(actor, roles, reach);
    }
}
