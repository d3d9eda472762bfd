package amends.contracts.routing;

/// Whether an agent is there.
public enum Presence {
    PRESENT,
    /// Back soon: he gets nothing new and keeps what he has.
    AWAY,
    /// Gone: what he has is offered to others after a while.
    OFFLINE
}
