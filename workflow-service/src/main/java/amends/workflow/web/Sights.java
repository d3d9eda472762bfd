package amends.workflow.web;

import amends.contracts.identity.IdentityFilter;
import amends.workflow.view.Sight;

import jakarta.servlet.http.HttpServletRequest;

/// What whoever calls may see.
final class Sights {

    private Sights() {}

    static Sight of(HttpServletRequest request) {
        return new Sight(IdentityFilter.caller(request).reach());
    }
}
