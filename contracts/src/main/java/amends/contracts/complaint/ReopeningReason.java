package amends.contracts.complaint;

/// Why a resolved or closed complaint lives again.
public enum ReopeningReason {
    FOLLOW_UP_SAID_NOT_SOLVED,
    CUSTOMER_CONTACTED_AGAIN,
    AGENT_DECISION
}
