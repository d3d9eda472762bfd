package amends.contracts.sla;

/// What a level of escalation asks for.
public enum EscalationAction {
    NOTIFY,
    RAISE_PRIORITY,
    REASSIGN,
    CALL_SUPERVISOR
}
