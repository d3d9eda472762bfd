package amends.contracts.complaint;

/// Why a complaint that has an owner waits again.
public enum ReofferReason {
    /// It was resolved or closed, and is to be worked on again.
    REOPENED,
    /// Its owner has been gone for longer than the policy bears.
    OWNER_GONE
}
