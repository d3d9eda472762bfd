package amends.contracts.complaint;

import amends.contracts.personal.FreeText;

/// What the customer wants: the remedy sought.
public record Demand(Kind kind, FreeText words) {

    /// The usual wishes.
    public enum Kind {
        REPAIR,
        REPLACEMENT,
        REFUND,
        COMPENSATION,
        EXPLANATION,
        APOLOGY,
        IMPROVEMENT,
        OTHER
    }
}
