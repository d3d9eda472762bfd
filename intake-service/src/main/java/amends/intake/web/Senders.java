package amends.intake.web;

import amends.contracts.identity.IdentityFilter;
import amends.intake.channel.Scope;

import jakarta.servlet.http.HttpServletRequest;

/// What whoever calls may send.
final class Senders {

    private Senders() {}

    static Scope scope(HttpServletRequest request) {
        return new Scope(IdentityFilter.caller(request).reach());
    }
}
