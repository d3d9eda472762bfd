package amends.workflow.complaint;

import amends.contracts.complaint.Refusal;

import java.util.Optional;

/// A rule that speaks against a command, and what to do instead.
record Objection(Refusal.Rule rule, String explanation) {

    static Optional<Objection> of(Refusal.Rule rule, String explanation) {
        return Optional.of(new Objection(rule, explanation));
    }
}
